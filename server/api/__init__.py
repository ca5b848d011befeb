"""What players ask the server: docs/protocol.md to the letter. Everything that comes in is bounded, then typed."""
