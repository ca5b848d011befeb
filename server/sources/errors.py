"""Why a source gave nothing, and what to do about it. Cards that are there already stay to their own ends."""

from foundation.errors import N_, TorgetError


class SourceError(TorgetError):
    """Root of what can be wrong with a source."""

    say = N_("The source could not be read.")


class BadAddressError(SourceError):
    say = N_("That is not an address that can be asked. It begins with https:// and has no name or password in it.")


class PlainHttpRefusedError(SourceError):
    say = N_("The address is not encrypted. Use https, or let an administrator allow plain http for this source.")


class ForbiddenPeerError(SourceError):
    say = N_("The address leads into a private network, where Torget asks nothing.")


class UnknownHostError(SourceError):
    say = N_("There is no such web site. Look at the address.")


class NoAnswerError(SourceError):
    say = N_("It does not answer.")


class BadCertificateError(SourceError):
    say = N_("Its certificate does not hold, so it may be somebody else. Tell whoever runs the web site.")


class TooSlowError(SourceError):
    say = N_("It answers too slowly: {seconds} seconds were not enough.")


class TooLargeError(SourceError):
    say = N_("It sends more than {megabytes} MB. That is no feed.")


class ErrorAnswerError(SourceError):
    say = N_("The web site says “error {status}”.")


class TooManyRedirectsError(SourceError):
    say = N_("The address sends one on and on. Use the one where it ends.")


class BadCodingError(SourceError):
    say = N_("It is packed in a way that cannot be read. Tell whoever runs the web site.")


class WebPageError(SourceError):
    say = N_("That is a web page, not a feed. Look for a link named RSS or Atom on it.")


class EmptyFeedError(SourceError):
    say = N_("The answer is empty.")


class NotAFeedError(SourceError):
    say = N_("That is not a feed. An address of an RSS or Atom feed is needed.")


class UnknownEncodingError(SourceError):
    say = N_("Its letters are coded in a way that is not taken. UTF-8 always works; tell whoever runs the web site.")


class HostileXmlError(SourceError):
    say = N_("The feed defines entities of its own, which is not taken. Tell whoever runs the web site.")
