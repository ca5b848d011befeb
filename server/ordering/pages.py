"""The pages about playlists."""

from server.access.pages import SIGNED_IN, Page
from server.ordering import listing, views

POST = ("POST",)

PAGES = (
    Page("/spellistor", listing.show_all, allow=SIGNED_IN, name="playlists"),
    Page("/spellistor", listing.make, allow=SIGNED_IN, methods=POST),
    Page("/spellistor/{playlist}", views.show, allow=SIGNED_IN, name="playlist"),
    Page("/spellistor/{playlist}/flytta", views.move, allow=SIGNED_IN, methods=POST),
    Page("/spellistor/{playlist}/vikta", views.weigh, allow=SIGNED_IN, methods=POST),
    Page("/spellistor/{playlist}/ta-bort", views.remove, allow=SIGNED_IN, methods=POST),
    Page("/spellistor/{playlist}/kort", listing.choose, allow=SIGNED_IN),
    Page("/spellistor/{playlist}/kort", views.add, allow=SIGNED_IN, methods=POST),
    Page("/spellistor/{playlist}/tider", views.add_hours, allow=SIGNED_IN, methods=POST),
    Page("/spellistor/{playlist}/tider/bort", views.drop_hours, allow=SIGNED_IN, methods=POST),
    Page("/spellistor/{playlist}/skarmar", views.set_screens, allow=SIGNED_IN, methods=POST),
)
