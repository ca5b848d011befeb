"""Reading a card on one's phone: the page behind its QR code, and all that plays on a screen, as text."""
