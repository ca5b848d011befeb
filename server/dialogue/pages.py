"""The pages of the dialogue, and who may ask for each."""

from server.access.pages import EVERYONE, LINK_HOLDERS, SIGNED_IN, Page
from server.dialogue import asking, public, staff

POST = ("POST",)

PAGES = (
    Page("/s/{short}", public.ask, EVERYONE),
    Page("/s/{short}", public.reply, EVERYONE, methods=POST),
    Page("/fraga", public.ask_oneself, EVERYONE),
    Page("/fraga", public.send_own, EVERYONE, methods=POST),
    Page("/svar/{token}", public.thanks, LINK_HOLDERS),
    Page("/svar/{token}/andra", public.change, LINK_HOLDERS),
    Page("/svar/{token}/andra", public.changed, LINK_HOLDERS, methods=POST),
    Page("/svar/{token}/ta-tillbaka", public.take_back, LINK_HOLDERS, methods=POST),
    Page("/fragor", staff.show, SIGNED_IN, name="questions"),
    Page("/fragor/ny", asking.blank, SIGNED_IN),
    Page("/fragor/ny", asking.ask, SIGNED_IN, methods=POST),
    Page("/fragor/om/{card}", staff.question, SIGNED_IN),
    Page("/fragor/om/{card}/svara", staff.answer_all, SIGNED_IN, methods=POST),
    Page("/fragor/om/{card}/lasta", staff.read_wordless, SIGNED_IN, methods=POST),
    Page("/fragor/{reply:int}", staff.one, SIGNED_IN),
    Page("/fragor/{reply:int}/svara", staff.answer, SIGNED_IN, methods=POST),
    Page("/fragor/{reply:int}/last", staff.read, SIGNED_IN, methods=POST),
    Page("/fragor/{reply:int}/visa-inte", staff.hide, SIGNED_IN, methods=POST),
)
