"""Land Renewal: renewal of stock industrial land."""


def classFactory(iface):
    from .plugin import LandRenewalPlugin

    return LandRenewalPlugin(iface)
