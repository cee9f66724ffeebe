using Rubicon.Diagnostics;
using Rubicon.Reading.Xml;
using Rubicon.Subjects;

namespace Rubicon.Reading.Nmap;

/// <summary>
/// One host of an nmap report. The vendor beside a MAC address is who registered the prefix, which is the maker of the
/// interface: a remark. What nmap takes the system for, and services that name no kind of device, are guesses; a service
/// whose banner names a device is as good as the banner.
/// </summary>
internal static class NmapHost
{
    private const int MostStatements = 500;

    private static readonly string[] ServiceWords = ["product", "version", "extrainfo", "devicetype"];

    public static ReadRecord Read(XmlPart host, SourceLocation where)
    {
        var statements = new RecordStatements();
        string? name = host.Child("hostnames")?.All("hostname").Select(h => h.Attribute("name")).FirstOrDefault(n => !string.IsNullOrEmpty(n));
        statements.Add(Field.Name, name ?? Address(host, "ipv4") ?? Address(host, "ipv6"));
        foreach (var address in host.All("address"))
        {
            if (address.Attribute("addrtype") != "mac")
            {
                statements.Add(Field.Note, address.Attribute("addr") is { } ip ? $"address {ip}" : null);
                continue;
            }
            statements.Add(Field.MacAddress, address.Attribute("addr"));
            if (address.Attribute("vendor") is { Length: > 0 } vendor) statements.Add(Field.Note, $"nmap: the interface is of {vendor}");
        }
        Services(statements, host.Child("ports"));
        foreach (var match in host.Child("os")?.All("osmatch").Take(10) ?? []) statements.Add(Field.Guess, match.Attribute("name"));
        // Until nmap 5 the classes stood beside the matches.
        foreach (var kind in host.Child("os")?.Children.SelectMany(c => c.Name == "osclass" ? [c] : c.All("osclass")).Take(20) ?? [])
            statements.Add(Field.Guess, $"{kind.Attribute("vendor")} {kind.Attribute("osfamily")} {kind.Attribute("osgen")}");
        foreach (var script in host.Child("hostscript")?.All("script") ?? []) Script(statements, script);
        return statements.Close(SubjectKind.Device, where, ProblemCatalog.NmapHostUnreadable, "a host without an address");
    }

    private static void Services(RecordStatements statements, XmlPart? ports)
    {
        foreach (var port in ports?.All("port") ?? [])
        {
            if (statements.Count > MostStatements) return;
            if (port.Child("service") is { } service)
            {
                bool isDevice = service.Attribute("devicetype") is { Length: > 0 };
                string text = string.Join(' ', ServiceWords.Select(service.Attribute).Where(t => !string.IsNullOrEmpty(t)));
                statements.Add(isDevice ? Field.Banner : Field.Guess, text);
                if (isDevice && service.Attribute("ostype") is { } system) statements.Add(Field.Guess, system);
            }
            foreach (var script in port.All("script")) Script(statements, script);
        }
    }

    private static void Script(RecordStatements statements, XmlPart script)
    {
        if (statements.Count > MostStatements || script.Attribute("output") is not { Length: > 0 } output) return;
        switch (script.Attribute("id"))
        {
            case "snmp-sysdescr":
                // The uptime follows on a line of its own.
                int uptime = output.IndexOf("System uptime:", StringComparison.Ordinal);
                statements.Add(Field.SysDescr, (uptime > 0 ? output[..uptime] : output).Trim());
                break;
            case "banner" or "upnp-info" or "http-server-header" or "http-title" or "rtsp-server" or "telnet-banner":
                statements.Add(Field.Banner, output.Trim(), script.Attribute("id"));
                break;
            case "ssl-cert" or "snmp-info" or "http-favicon" or "http-auth":
                statements.Add(Field.Guess, output.Trim());
                break;
        }
    }

    private static string? Address(XmlPart host, string kind) => host.All("address").FirstOrDefault(a => a.Attribute("addrtype") == kind)?.Attribute("addr");
}
