"""The web application: curation, submissions, dialogue, sources, screens, publishing and the player API."""
