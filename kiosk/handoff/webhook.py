"""A call to staff as a small message to an address in the clinic: a code, and nothing else."""

from __future__ import annotations

import json
from http.client import HTTPException, HTTPMessage
from typing import IO, Final
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from kiosk.domain.code import VisitCode
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.settings import LOCAL_HOSTS

TIMEOUT: Final = 5.0
"""Seconds that the other side may take for each step of its answer."""


class Webhook:
    """Satisfies `AlertChannel`; the settings have checked the address.

    Attributes:
        url: Where to; https, or http to this machine.
        kiosk: The kiosk's name, which goes along.
    """

    def __init__(self, url: str, kiosk: str) -> None:
        self.url = url
        self.kiosk = kiosk

    def send(self, code: VisitCode, *, test: bool = False) -> None:
        """Post the call.

        Raises:
            KioskError: WEBHOOK_FAILED.
        """
        message = {
            "kind": "test" if test else "see_now",
            "code": str(code),
            "kiosk": self.kiosk,
        }
        request = Request(  # noqa: S310 - the settings take https alone, and http to this machine
            self.url,
            data=json.dumps(message).encode(),
            headers={"Content-Type": "application/json", "User-Agent": "perinatal-kiosk"},
            method="POST",
        )
        try:
            with self._opener().open(request, timeout=TIMEOUT):
                pass
        except HTTPError as error:
            error.close()
            raise _failed(f"HTTP {error.code}") from None
        except (OSError, HTTPException, ValueError):
            raise _failed("no answer") from None

    def _opener(self) -> OpenerDirector:
        """Follows no redirect; a message to this machine passes no proxy."""
        if urlsplit(self.url).hostname in LOCAL_HOSTS:
            return build_opener(_NoRedirect(), ProxyHandler({}))
        return build_opener(_NoRedirect())


class _NoRedirect(HTTPRedirectHandler):
    """Leaves a redirect as the failure that it is: the code goes to one address only."""

    def redirect_request(  # noqa: PLR0917 - as urllib calls it
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Nowhere."""
        del req, fp, code, msg, headers, newurl


def _failed(reason: str) -> KioskError:
    return KioskError(ErrorCode.WEBHOOK_FAILED, reason=reason)
