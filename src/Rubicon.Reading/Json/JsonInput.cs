using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Json;

internal static class JsonInput
{
    public static IEnumerable<ReadRecord> Read(HashedStream stream, InputLedger ledger)
    {
        ledger.Report(ProblemCatalog.FormatNotRead, "JSON");
        return [];
    }
}
