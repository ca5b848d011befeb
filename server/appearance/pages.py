"""The pages about the look of the cards. They are the administrators'."""

from server.access.pages import ADMINS, UPLOAD_BYTES, Page
from server.appearance import show

POST = ("POST",)

PAGES = (
    Page("/utseende", show.start, allow=ADMINS, name="appearance"),
    Page("/utseende", show.make, allow=ADMINS, methods=POST, body_limit=UPLOAD_BYTES),
    Page("/utseende/{look}", show.tried, allow=ADMINS),
    Page("/utseende/{look}", show.put_on, allow=ADMINS, methods=POST),
    Page("/utseende/{look}/{kind}.jpg", show.picture, allow=ADMINS),
)
