"""The dialogue: what a question card asks, what people reply on their phones, and the answers that go back on screens.

Nothing that a citizen wrote stands on a screen unread, and what was received is never deleted: it is hidden.
"""
