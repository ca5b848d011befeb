"""The kinds of card that staff write here, each with its form.

A kind that says what it asks for (`cards.fields`) has its form already. One whose form needs more than that has a
module here, and is added by copying its neighbour.
"""

from server.curation.fields import KindForm
from server.curation.kinds import alert, event, hours, news, notice, picture, welcome
from server.curation.kinds.declared import declared_forms

FORMS: dict[str, KindForm] = {
    form.name: form
    for form in (
        *(event.FORM, notice.FORM, news.FORM, picture.FORM, alert.FORM),
        *(hours.FORM, welcome.FORM),
        *declared_forms(),
    )
}
"""The forms by kind, in the order in which they are offered."""
