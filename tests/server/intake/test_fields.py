"""Fields that come back are read as words, whatever stands in them."""

from server.intake.fields import word


def test_a_field_is_read_as_clean_words() -> None:
    fields = {"what": "  Jul\u202ekaffe\nmed  sång ", "file": object()}
    assert word(fields, "what") == "Julkaffe med sång"
    assert word(fields, "what", lines=True) == "Julkaffe\nmed sång"
    assert word(fields, "file") == ""
    assert word(fields, "gone") == ""


def test_nobody_types_more_than_so_much() -> None:
    assert len(word({"what": "x" * 9000}, "what")) == 2000
    assert len(word({"what": "x" * 9000}, "what", longest=4000)) == 4000
