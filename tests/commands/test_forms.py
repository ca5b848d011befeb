"""Forms as the demo reads them off a page of ours."""

from commands.demo.forms import Form, read_forms

PAGE = """
<form method="post" action="/logga-ut"><input type="hidden" name="csrf" value="t&amp;1"><button>Logga ut</button></form>
<form action="/skarmar/koppla/7"><input name="csrf" value="x"><input name="kept" value="Å">
<label><input type="radio" name="same" value="yes"> Ja</label>
<label><input type="radio" name="same" value="no"> Nej</label>
<select name="place"><option value="a">A<option value="b">B</select><textarea name="free"></textarea>
<button name="act" value="go">Koppla</button></form>
<input name="outside" value="1">
"""


def test_each_form_has_its_fields_and_choices() -> None:
    out, pair = read_forms(PAGE.replace('<input name="outside" value="1">', ""))
    assert out == Form("/logga-ut", {"csrf": "t&1"}, {})
    assert pair.action == "/skarmar/koppla/7"
    assert pair.fields == {"csrf": "x", "kept": "Å"}
    assert pair.choices == {"same": ["yes", "no"], "place": ["a", "b"], "act": ["go"]}


def test_a_page_without_forms_has_none() -> None:
    assert read_forms("<p>Ingenting</p>") == []
