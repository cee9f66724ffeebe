using System.Collections.Frozen;
using Rubicon.Diagnostics;
using Rubicon.Reading.Documents;

namespace Rubicon.Reading.CycloneDx;

/// <summary>
/// Versions of CycloneDX and what came with each (schemas of the specification's repository; 2.0 as its draft stood in
/// September 2026). What a bill holds is read whatever version it names: a bill that names an older version than it is
/// written in must not lose its makers.
/// </summary>
internal sealed class BillVersions(InputLedger ledger)
{
    private static readonly string[] Released = ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"];

    private static readonly FrozenDictionary<string, string> OfComponents = Table("""
        1.2 supplier author swid mime-type
        1.3 evidence properties
        1.4 releaseNotes signature
        1.5 modelCard data
        1.6 manufacturer authors omniborId swhid tags cryptoProperties
        1.7 versionRange isExternal patentAssertions
        2.0 parties origins identifiers requirementAssertions useCaseAssertions boardLocation materialForm
        """);

    private static readonly FrozenDictionary<string, string> OfBills = Table("""
        1.2 metadata services dependencies
        1.3 compositions
        1.4 vulnerabilities
        1.5 annotations formulation
        1.6 declarations definitions
        1.7 citations
        2.0 specFormat inventories blueprints profiles perspectives threats risks controls
        """);

    private string? _claimed;
    private (string Version, string Member, int Line)? _newest;

    /// <summary>What the bill says of its version: <paramref name="stated"/>, and the version in the address of its schema.</summary>
    public void Claim(string? stated, string? schema, bool oldName, int line, string pointer)
    {
        _claimed = stated;
        ledger.Format = stated is { Length: > 0 and <= 8 } ? $"cyclonedx-{stated}" : "cyclonedx";
        if (stated == "2.0")
        {
            if (oldName) ledger.Report(ProblemCatalog.CycloneDxOtherVersion, "bomFormat, which ended with 1.7, beside specVersion \"2.0\"", line, pointer: pointer);
            else ledger.Report(ProblemCatalog.CycloneDxDraft, "specVersion \"2.0\"", line, pointer: pointer);
        }
        else if (!Released.Contains(stated))
        {
            ledger.Report(ProblemCatalog.CycloneDxUnknownVersion, $"specVersion {Quote.Text(stated)}", line, pointer: pointer);
        }
        else if (schema is not null && schema != stated)
        {
            ledger.Report(ProblemCatalog.CycloneDxOtherVersion, $"specVersion {Quote.Text(stated)}, and a schema of {Quote.Text(schema)}", line, pointer: pointer);
        }
        else if (stated is "1.0" or "1.1" or "1.2" or "1.3")
        {
            ledger.Report(ProblemCatalog.CycloneDxOldVersion, $"specVersion {Quote.Text(stated)}", line, pointer: pointer);
        }
    }

    /// <summary>The version in the address of a schema or namespace: <c>http://cyclonedx.org/schema/bom-1.2a.schema.json</c>.</summary>
    public static string? InAddress(string? address)
    {
        int at = address?.IndexOf("cyclonedx.org/schema/", StringComparison.Ordinal) ?? -1;
        if (at < 0) return null;
        var rest = address.AsSpan(at + "cyclonedx.org/schema/".Length);
        int digit = rest.IndexOfAnyInRange('0', '9');
        if (digit < 0) return null;
        rest = rest[digit..];
        int end = 0;
        while (end < rest.Length && (char.IsAsciiDigit(rest[end]) || (rest[end] == '.' && end + 1 < rest.Length && char.IsAsciiDigit(rest[end + 1])))) end++;
        return rest[..end].ToString();
    }

    public void SeeBill(IEnumerable<string> members, int line) => See(OfBills, members, line);

    public void See(DocumentNode component) => See(OfComponents, component.Members, 0, component);

    /// <summary>Reports, once all has been read, when the bill holds what its version does not have.</summary>
    public void Close()
    {
        if (_newest is not { } newest || !Released.Contains(_claimed) || string.CompareOrdinal(newest.Version, _claimed) <= 0) return;
        ledger.Report(ProblemCatalog.CycloneDxOtherVersion, $"specVersion {Quote.Text(_claimed)}, and {Quote.Text(newest.Member)}, which came with {newest.Version}", newest.Line);
    }

    private void See(FrozenDictionary<string, string> table, IEnumerable<string> members, int line, DocumentNode? component = null)
    {
        foreach (string member in members)
            if (table.TryGetValue(member, out string? version) && (_newest is not { } newest || string.CompareOrdinal(version, newest.Version) > 0))
                _newest = (version, member, component?.Line ?? line);
    }

    private static FrozenDictionary<string, string> Table(string lines) =>
        lines.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .SelectMany(w => w.Skip(1).Select(m => KeyValuePair.Create(m, w[0]))).ToFrozenDictionary(StringComparer.Ordinal);
}
