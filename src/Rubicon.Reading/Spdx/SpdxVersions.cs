using Rubicon.Diagnostics;

namespace Rubicon.Reading.Spdx;

/// <summary>Versions of SPDX. A document of an unknown one is read as the nearest known.</summary>
internal static class SpdxVersions
{
    private static readonly string[] Known = ["2.0", "2.1", "2.2", "2.3", "3.0", "3.0.0", "3.0.1"];

    public static void Claim(string? stated, int line, InputLedger ledger)
    {
        string? version = stated?.Trim();
        if (version?.StartsWith("SPDX-", StringComparison.Ordinal) == true) version = version["SPDX-".Length..];
        ledger.Format = version is { Length: > 0 and <= 8 } ? $"spdx-{version}" : "spdx";
        if (!Known.Contains(version)) ledger.Report(ProblemCatalog.SpdxUnknownVersion, $"version {Quote.Text(stated)}", line);
    }
}
