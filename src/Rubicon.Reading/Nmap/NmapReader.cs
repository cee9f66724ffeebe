using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Reading.Xml;
using Rubicon.Subjects;

namespace Rubicon.Reading.Nmap;

/// <summary>Reads the XML report of nmap (-oX), host by host. Hosts that did not answer are counted and are no devices.</summary>
internal static class NmapReader
{
    public static bool Is(XmlStream xml) => xml.Name == "nmaprun";

    public static IEnumerable<ReadRecord> Read(XmlStream xml, InputLedger ledger)
    {
        ledger.Format = "nmap-xml";
        int hosts = 0, silent = 0, index = 0;
        bool finished = false;
        bool more = xml.Next();
        while (more && xml.Depth >= 1)
        {
            if (xml.Name == "host")
            {
                var where = new SourceLocation(ledger.File, xml.Line, 0, string.Create(CultureInfo.InvariantCulture, $"/nmaprun/host[{++index}]"));
                if (xml.Whole() is { } host)
                {
                    if (host.Child("status")?.Attribute("state") == "down") silent++;
                    else
                    {
                        hosts++;
                        yield return NmapHost.Read(host, where);
                    }
                }
                else if (!xml.Failed)
                {
                    hosts++;
                    yield return new(new UnreadRecord(where, [XmlStream.TooLarge(where)]));
                }
            }
            else if (xml.Name == "runstats")
            {
                finished = xml.Whole()?.Child("finished") is { } end && end.Attribute("exit") is null or "success";
            }
            else
            {
                xml.Skip();
            }
            more = xml.Next();
        }
        if (xml.Failed) yield break;
        if (!finished) ledger.Report(ProblemCatalog.NmapNotFinished, "no sign that the scan ended well");
        if (silent > 0) ledger.Report(ProblemCatalog.NmapSilentHosts, string.Create(CultureInfo.InvariantCulture, $"{silent} addresses"));
        if (hosts == 0) ledger.Report(ProblemCatalog.NmapNoHost, "no host that answered");
    }
}
