using System.Net;
using System.Net.Sockets;

namespace Rubicon.Server.Webhooks;

/// <summary>Connections to addresses of the open network alone: a webhook must not lead into the network in which the server stands.</summary>
internal static class PublicAddress
{
    /// <summary>Networks that are not of the open internet (RFC 6890 and those that followed it).</summary>
    private static readonly IPNetwork[] Private =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    public static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return Private.Any(n => n.BaseAddress.AddressFamily == address.AddressFamily && n.Contains(address));
    }

    /// <summary>Connects to the addresses that a name has now, of those that are allowed: what was looked up is what is connected to.</summary>
    public static async ValueTask<Stream> Connect(DnsEndPoint place, bool privateToo, CancellationToken stop)
    {
        var addresses = IPAddress.TryParse(place.Host.Trim('[', ']'), out var stated) ? [stated] : await Dns.GetHostAddressesAsync(place.Host, stop);
        var allowed = privateToo ? addresses : [.. addresses.Where(a => !IsPrivate(a))];
        if (allowed.Length == 0) throw new HttpRequestException("the address is inside the network");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, place.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
