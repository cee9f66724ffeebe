using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Snmp;

internal static class WalkReader
{
    public static IEnumerable<ReadRecord> Read(HashedStream stream, InputLedger ledger)
    {
        ledger.Report(ProblemCatalog.FormatNotRead, "an SNMP walk");
        return [];
    }
}

internal static class WalkLine
{
    public static bool LooksLikeWalk(string text) => false;
}
