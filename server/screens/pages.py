"""The pages about screens. Looking is the staff's; pairing and settings are the administrators', and grave."""

from server.access.fresh import always
from server.access.pages import ADMINS, SIGNED_IN, Page
from server.screens import coupling, settings, wall

POST = ("POST",)

PAGES = (
    Page("/skarmar", wall.show, allow=SIGNED_IN, name="screens"),
    Page("/skarmar/koppla", coupling.show, allow=ADMINS, name="pair", grave=always),
    Page("/skarmar/koppla", coupling.enter, allow=ADMINS, methods=POST, grave=always),
    Page("/skarmar/koppla/{pairing}", coupling.compare, allow=ADMINS),
    Page("/skarmar/koppla/{pairing}", coupling.couple, allow=ADMINS, methods=POST, grave=always),
    Page("/skarmar/koppla/{pairing}/tal", coupling.number, allow=ADMINS),
    Page("/skarmar/{screen}", wall.show_one, allow=SIGNED_IN, name="screen"),
    Page("/skarmar/{screen}/nu", wall.show_now, allow=SIGNED_IN),
    Page("/skarmar/{screen}/bild.jpg", wall.picture, allow=SIGNED_IN),
    Page("/skarmar/{screen}/installningar", settings.show, allow=ADMINS, grave=always),
    Page("/skarmar/{screen}/installningar", settings.save, allow=ADMINS, methods=POST, grave=always),
    Page("/skarmar/{screen}/avsluta", settings.revoke, allow=ADMINS, methods=POST, grave=always),
)
