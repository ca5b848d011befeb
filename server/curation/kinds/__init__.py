"""The kinds of card that staff write here, each with its form. A kind is added by copying its neighbour."""

from server.curation.fields import KindForm
from server.curation.kinds import alert, event, news, notice, picture

FORMS: dict[str, KindForm] = {
    form.name: form for form in (event.FORM, notice.FORM, news.FORM, picture.FORM, alert.FORM)
}
"""The forms by kind, in the order in which they are offered."""
