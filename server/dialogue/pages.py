"""The pages of the dialogue, and who may ask for each."""

from server.access.pages import EVERYONE, LINK_HOLDERS, Page
from server.dialogue import public

PAGES = (
    Page("/s/{short}", public.ask, EVERYONE),
    Page("/s/{short}", public.reply, EVERYONE, methods=("POST",)),
    Page("/fraga", public.ask_oneself, EVERYONE),
    Page("/fraga", public.send_own, EVERYONE, methods=("POST",)),
    Page("/svar/{token}", public.thanks, LINK_HOLDERS),
    Page("/svar/{token}/andra", public.change, LINK_HOLDERS),
    Page("/svar/{token}/andra", public.changed, LINK_HOLDERS, methods=("POST",)),
    Page("/svar/{token}/ta-tillbaka", public.take_back, LINK_HOLDERS, methods=("POST",)),
)
