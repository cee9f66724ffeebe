using System.Collections.Immutable;
using System.Reflection;

namespace Rubicon.Diagnostics;

/// <summary>
/// Every problem code of the product, in one place. 10xx files, 11xx tables, 12xx CycloneDX, 13xx NetBox, 14xx SNMP
/// walks, 20xx packs, 21xx makers and registers, 30xx requests, answers and actors, 40xx command line and output,
/// 50xx data age, 70xx internal. A code is never used again for something else.
/// </summary>
public static class ProblemCatalog
{
    // 10xx files -----------------------------------------------------------------------------------------------------

    /// <summary>The path does not exist.</summary>
    public static readonly ProblemKind FileNotFound = new("RUB1001", "path not found", Severity.Error,
        "an existing file or folder", "a typing error, or a path relative to another folder", "check the path; quote it if it holds spaces");

    /// <summary>The file exists and cannot be opened.</summary>
    public static readonly ProblemKind FileUnreadable = new("RUB1002", "file cannot be read", Severity.Error,
        "a file that this user may read", "missing permission, or another program holds the file", "give read permission or close the other program");

    /// <summary>The content is of no format the product reads.</summary>
    public static readonly ProblemKind UnknownFormat = new("RUB1003", "format not recognized", Severity.Error,
        "CSV, TSV, XLSX, CycloneDX JSON, NetBox JSON or CSV, or an SNMP walk",
        "a file of another kind, or a binary file with a misleading name", "export it in one of these formats, or force the kind of table with --as");

    /// <summary>The file is larger than the limit for its format.</summary>
    public static readonly ProblemKind FileTooLarge = new("RUB1004", "file over the size limit", Severity.Error,
        "a file within the limit named", "a dump of another system, or an archive bomb", "split the file, or export it as CSV, which is read in a stream");

    /// <summary>The folder holds nothing that can be read.</summary>
    public static readonly ProblemKind EmptyFolder = new("RUB1005", "nothing to read in the folder", Severity.Error,
        "at least one readable file", "an empty export", "check that the export wrote its files here");

    /// <summary>The file has no content.</summary>
    public static readonly ProblemKind EmptyFile = new("RUB1006", "file is empty", Severity.Error,
        "at least one record", "an export that failed", "run the export again");

    // 20xx packs -----------------------------------------------------------------------------------------------------

    /// <summary>The YAML is not well formed.</summary>
    public static readonly ProblemKind YamlSyntax = new("RUB2001", "YAML syntax error", Severity.Error,
        "well-formed YAML 1.2", "a wrong indent or an unquoted colon", "correct the line; quote text that holds ': ' or ' #'");

    /// <summary>A key stands twice in one mapping.</summary>
    public static readonly ProblemKind YamlDoubledKey = new("RUB2002", "key stands twice", Severity.Error,
        "each key once in a mapping", "a copied block", "remove or rename one of the two");

    /// <summary>A key that the grammar does not know.</summary>
    public static readonly ProblemKind PackUnknownKey = new("RUB2003", "unknown key", Severity.Error,
        "one of the keys named", "a typing error", "use one of the keys named; schema/ holds the whole grammar");

    /// <summary>A key that must be there is missing.</summary>
    public static readonly ProblemKind PackMissingKey = new("RUB2004", "missing key", Severity.Error,
        "the key named", "an unfinished file", "add the key");

    /// <summary>A value is not of the type or vocabulary expected.</summary>
    public static readonly ProblemKind PackBadValue = new("RUB2005", "value not understood", Severity.Error,
        "a value of the type named", "a typing error, or a word outside the vocabulary", "use a value of the type or one of the words named");

    /// <summary>A reference to something that no pack defines.</summary>
    public static readonly ProblemKind PackUnknownReference = new("RUB2006", "reference to nothing", Severity.Error,
        "the id of something that a pack defines", "a renamed file, or a typing error", "correct the id");

    /// <summary>Two things carry one id.</summary>
    public static readonly ProblemKind PackDoubledId = new("RUB2007", "id stands twice", Severity.Error,
        "each id once", "a copied file", "rename one of the two");

    /// <summary>A condition without the words of the law.</summary>
    public static readonly ProblemKind PackUnquotedCondition = new("RUB2010", "condition without its words", Severity.Error,
        "the words of the rule in `words`", "a condition written from memory", "quote the words that the condition encodes");

    /// <summary>Two versions of one provision are in force on one day.</summary>
    public static readonly ProblemKind PackOverlappingVersions = new("RUB2011", "versions overlap", Severity.Error,
        "at most one version in force on a day", "an end date left out", "give the earlier version its last day");

    /// <summary>A provision that can never apply.</summary>
    public static readonly ProblemKind PackUnreachable = new("RUB2012", "provision can never apply", Severity.Error,
        "a version that can be in force, and conditions that can all hold", "an end before the start, or an exception that nothing uses", "correct the dates, or name it under `unless` or `obligations`");

    /// <summary>A condition whose change no case notices.</summary>
    public static readonly ProblemKind PackConditionNotKilled = new("RUB2013", "no case notices this condition", Severity.Error,
        "a case that changes when the condition does", "missing cases", "add a case in which only this condition decides");

    /// <summary>A provision without the boundary days among its cases.</summary>
    public static readonly ProblemKind PackMissingBoundaryCase = new("RUB2014", "boundary day without a case", Severity.Error,
        "cases for the day before, the first day, the last day and the day after", "missing cases", "add a case for the day named");

    /// <summary>A case gave another result than it expects.</summary>
    public static readonly ProblemKind PackCaseFailed = new("RUB2015", "case gives another result", Severity.Error,
        "the result that the case states", "a wrong rule or a wrong case", "read the proof; correct the one that departs from the text of the law");

    /// <summary>No packs were found.</summary>
    public static readonly ProblemKind PacksMissing = new("RUB2020", "no packs found", Severity.Error,
        "a folder of packs", "the data folder was not copied beside the program", "copy it there, or name it with --packs");

    // 30xx requests, answers, actors ---------------------------------------------------------------------------------

    /// <summary>A capacity that the vocabulary does not know.</summary>
    public static readonly ProblemKind UnknownCapacity = new("RUB3001", "unknown capacity of an actor", Severity.Error,
        "one of the capacities named", "a typing error", "use one of the capacities named");

    /// <summary>A fact that the catalog does not know.</summary>
    public static readonly ProblemKind UnknownFact = new("RUB3002", "unknown fact", Severity.Error,
        "one of the facts of the catalog", "a typing error", "see docs/user/facts.md for the names");

    /// <summary>A value that the fact cannot take.</summary>
    public static readonly ProblemKind BadFactValue = new("RUB3003", "value that the fact cannot take", Severity.Error,
        "a value of the fact's type", "a typing error, or a word outside the vocabulary", "use one of the values named");

    /// <summary>A request that is not JSON or lacks its parts.</summary>
    public static readonly ProblemKind BadRequest = new("RUB3004", "request not understood", Severity.Error,
        "a JSON object as in schema/request.schema.json", "a missing brace or part", "compare with examples/decisions");

    /// <summary>A day that the calendar does not have, or a date that cannot be read.</summary>
    public static readonly ProblemKind BadDate = new("RUB3005", "date not understood", Severity.Error,
        "a day of the calendar as YYYY-MM-DD", "a day that does not exist, or another order of day and month", "write the date as YYYY-MM-DD");

    /// <summary>The day asked for lies after the day up to which the law was kept.</summary>
    public static readonly ProblemKind AfterMaintained = new("RUB3006", "date after the law was last kept up", Severity.Warning,
        "a day up to which the packs are maintained", "a future date, or old packs", "update the packs; until then the answer is review, not allowed");

    /// <summary>An answer lacks who, when or why.</summary>
    public static readonly ProblemKind AnswerIncomplete = new("RUB3007", "answer without who, when or why", Severity.Error,
        "who answered, on which day, and the reason", "a hand-written file", "add the missing part: an answer without it is not used");

    // 41xx saved reports ---------------------------------------------------------------------------------------------

    /// <summary>A saved report is not well-formed JSON.</summary>
    public static readonly ProblemKind SavedReportSyntax = new("RUB4100", "saved report is not JSON", Severity.Error,
        "the JSON that -o json wrote, whole, each member once", "a file of another format, or one that was cut off", "write the report again with -o json=FILE");

    /// <summary>JSON that is no report, or one of a later major version.</summary>
    public static readonly ProblemKind SavedReportForeign = new("RUB4101", "not a report that this version reads", Severity.Error,
        "a report with `schemaVersion` 1.x", "another JSON file, or a report of a later version of the program", "name the file that -o json wrote, or use the version that wrote it");

    /// <summary>A member of the report is missing or of another type.</summary>
    public static readonly ProblemKind SavedReportBadMember = new("RUB4102", "part of the saved report not understood", Severity.Error,
        "a report as in schema/report.schema.json", "a report changed by hand or by another program", "write the report again with -o json=FILE");

    /// <summary>The counts of the report contradict each other.</summary>
    public static readonly ProblemKind SavedReportSums = new("RUB4103", "counts of the saved report contradict each other", Severity.Error,
        "read = decided + not assessed, and one decision for each record read", "decisions taken out or added by hand", "write the report again with -o json=FILE; a part of a report must not look whole");

    /// <summary>The saved report is too large to be held in memory.</summary>
    public static readonly ProblemKind SavedReportTooLarge = new("RUB4104", "saved report over the size limit", Severity.Error,
        "at most 1 GiB", "a report over a very large input", "write the wanted formats in one scan: -o takes several");

    /// <summary>A stated field that this version does not know; it is left out.</summary>
    public static readonly ProblemKind SavedReportUnknownField = new("RUB4105", "stated field of a later version left out", Severity.Warning,
        "a field that this version knows", "a report of a later version of the program", "use the version that wrote it to see the field");

    /// <summary>Every kind, by code; the order is that of the codes.</summary>
    public static ImmutableArray<ProblemKind> All { get; } = [.. typeof(ProblemCatalog)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(f => f.FieldType == typeof(ProblemKind))
        .Select(f => (ProblemKind)f.GetValue(null)!)
        .OrderBy(k => k.Code, StringComparer.Ordinal)];
}
