"""The pages about cards."""

from server.access.pages import SIGNED_IN, UPLOAD_BYTES, Page
from server.curation import cardlist, editor, grave, onecard, toast, versions

POST = ("POST",)

PAGES = (
    Page("/kort", cardlist.show, allow=SIGNED_IN, name="cards"),
    Page("/kort/nytt", editor.choose_kind, allow=SIGNED_IN, name="new-card"),
    Page("/kort/nytt/{kind}", editor.new_form, allow=SIGNED_IN, grave=grave.begins_alert),
    Page(
        "/kort/nytt/{kind}",
        editor.new_sent,
        allow=SIGNED_IN,
        methods=POST,
        body_limit=UPLOAD_BYTES,
        grave=grave.begins_alert,
    ),
    Page("/kort/visa/{kind}", editor.draw, allow=SIGNED_IN, methods=POST),
    Page("/kort/exempel/{kind}.jpg", onecard.example, allow=SIGNED_IN),
    Page("/kort/foto/{picture}", onecard.photo, allow=SIGNED_IN),
    Page("/kort/{card}", onecard.show, allow=SIGNED_IN, name="card"),
    Page("/kort/{card}/andra", editor.edit_form, allow=SIGNED_IN, grave=grave.changes_alert),
    Page(
        "/kort/{card}/andra",
        editor.edit_sent,
        allow=SIGNED_IN,
        methods=POST,
        body_limit=UPLOAD_BYTES,
        grave=grave.changes_alert,
    ),
    Page("/kort/{card}/bild/{version:int}.jpg", onecard.picture, allow=SIGNED_IN),
    Page("/kort/{card}/publicera", onecard.publish, allow=SIGNED_IN, methods=POST, grave=grave.shows_alert),
    Page("/kort/{card}/ta-ner", onecard.withdraw, allow=SIGNED_IN, methods=POST),
    Page("/kort/{card}/stall-in", onecard.cancel, allow=SIGNED_IN, methods=POST),
    Page("/kort/{card}/klart", onecard.finish, allow=SIGNED_IN, methods=POST),
    Page("/kort/{card}/historik", versions.show, allow=SIGNED_IN),
    Page("/kort/{card}/tillbaka", versions.go_back, allow=SIGNED_IN, methods=POST, grave=grave.shows_alert),
    Page("/angra/{row:int}", toast.undo, allow=SIGNED_IN, methods=POST, grave=grave.brings_alert_back),
)
