"""The pages of submissions, and who may ask for each."""

from server.access.pages import EVERYONE, LINK_HOLDERS, SIGNED_IN, UPLOAD_BYTES, Page
from server.submissions import following, inbox, public

POST = ("POST",)

PAGES = (
    Page("/visa", public.blank, EVERYONE),
    Page("/visa", public.hand, EVERYONE, methods=POST, body_limit=UPLOAD_BYTES),
    Page("/visa/kort", public.drawn, EVERYONE, methods=POST, body_limit=UPLOAD_BYTES),
    Page("/visa/{token}", following.show, LINK_HOLDERS),
    Page("/visa/{token}/andra", following.change_form, LINK_HOLDERS),
    Page("/visa/{token}/andra", following.changed, LINK_HOLDERS, methods=POST, body_limit=UPLOAD_BYTES),
    Page("/visa/{token}/igen", following.once_more, LINK_HOLDERS),
    Page("/visa/{token}/dra-tillbaka", following.taken_back, LINK_HOLDERS, methods=POST),
    Page("/visa/{token}/skicka-igen", following.handed_in_again, LINK_HOLDERS, methods=POST),
    Page("/inkorg", inbox.show, SIGNED_IN, name="inbox"),
    Page("/inkorg/{submission:int}", inbox.show, SIGNED_IN),
    Page("/inkorg/{submission:int}/godkann", inbox.approve, SIGNED_IN, methods=POST),
    Page("/inkorg/{submission:int}/visa-inte", inbox.ask_why, SIGNED_IN),
    Page("/inkorg/{submission:int}/visa-inte", inbox.refuse, SIGNED_IN, methods=POST),
    Page("/inkorg/{submission:int}/andra", inbox.change_form, SIGNED_IN),
    Page("/inkorg/{submission:int}/andra", inbox.change, SIGNED_IN, methods=POST),
    Page("/inkorg/{submission:int}/kontakt", inbox.show_contact, SIGNED_IN, methods=POST),
    Page("/inkorg/{submission:int}/forsta", inbox.to_first_tray, SIGNED_IN, methods=POST),
)
