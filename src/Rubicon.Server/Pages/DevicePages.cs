using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Reading.Requests;
using Rubicon.Screening;
using Rubicon.Storage;
using Rubicon.Subjects;

namespace Rubicon.Server.Pages;

/// <summary>What a device shows: every signal with what it says and who says so, and what contradicts what. Of a record of a scan, or of signals typed in.</summary>
internal static class DevicePages
{
    private const int LongestSignal = 2000;

    private static readonly (Field Field, string Label)[] Signals =
    [
        (Field.Maker, "Maker on the label"), (Field.Brand, "Brand"), (Field.Model, "Model"), (Field.Serial, "Serial number"), (Field.FccId, "FCC ID"),
        (Field.SysObjectId, "sysObjectID"), (Field.SysDescr, "sysDescr"), (Field.EntityMaker, "Maker in the entity table"), (Field.EntityModel, "Model in the entity table"),
        (Field.MacAddress, "MAC address"), (Field.Platform, "Platform or operating system"), (Field.Banner, "Banner, LLDP or page title"),
    ];

    public static IResult Get(HttpContext context, ServedLaw law)
    {
        var problems = new List<Problem>();
        var statements = new List<Statement>();
        var place = new SourceLocation("form");
        foreach (var (field, label) in Signals)
        {
            string text = context.Request.Query[FieldNames.Name(field)].ToString().Trim();
            if (text.Length > LongestSignal) problems.Add(new Problem(ProblemCatalog.BadQuery, place, $"{label} of {text.Length} characters", $"at most {LongestSignal} characters"));
            else if (text.Length > 0) statements.Add(new Statement(field, text));
        }
        var page = new Html();
        UploadPage.Problems(page, problems);
        if (statements.Count > 0) Ledger(page, new DeviceIdentifier(law.Data, law.Today).Identify(new Subject(SubjectKind.Device, place, [.. statements])));
        page.Add($"<h2>Signals of a device</h2>\n<form method=\"get\" action=\"/devices\">\n<div class=\"fields\">\n");
        foreach (var (field, label) in Signals)
        {
            string name = FieldNames.Name(field);
            page.Add($"<p><label for=\"{name}\">{label}</label><br><input id=\"{name}\" name=\"{name}\" maxlength=\"2000\" size=\"34\" value=\"{context.Request.Query[name].ToString()}\"></p>\n");
        }
        page.Add($"</div>\n<p><button>Identify</button></p>\n</form>\n<p>Walks and inventories of many devices: <a href=\"/upload\">upload</a> them; each record has such a page.</p>\n");
        return Page.Of(context, "Devices", page, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>The device of a record of a scan.</summary>
    public static IResult OfRecord(string id, string decision, HttpContext context, ServedLaw law, Store store)
    {
        var place = new DecisionPlace(id, decision);
        if (place.Find(context, store) is not { Decision: { Subject: { } subject } found }) return Page.Missing(context);
        var page = new Html();
        page.Add($"<p><a href=\"{place.Path}\">What was decided about it</a>: ").Add(Page.Badge(Rules.Evaluation.Outcomes.Word(found.Outcome))).Add($"</p>\n");
        Ledger(page, new DeviceIdentifier(law.Data, law.Today).Identify(subject));
        Table.Begin(page, "What the record states", "Field", "Text");
        foreach (var statement in subject.Statements) page.Add($"<tr><th scope=\"row\">{FieldNames.Name(statement.Field).Replace('-', ' ')}</th><td>{statement.Text}</td></tr>\n");
        Table.End(page);
        return Page.Of(context, "Device: " + found.Title, page);
    }

    private static void Ledger(Html page, IdentifiedDevice device)
    {
        page.Add($"<h2>{device.Maker ?? "Maker unknown"}{(device.Model is { } model ? " " + model : "")}</h2>\n<p>{(device.Category is { } category ? category.Replace('-', ' ') : "category unknown")}{(device.Seen.Strength is { } strength ? $", maker by {Word(strength)}" : "")}");
        if (device.MakerKey is { } key) page.Add($", <a href=\"/parties/{key}\">the party</a>");
        page.Add($"</p>\n");
        foreach (string conflict in device.Seen.Conflicts) page.Add($"<p class=\"wrong\">Conflict: {conflict}</p>\n");
        if (!device.Seen.Suspects.IsEmpty) page.Add($"<p>Signals also point to: {string.Join(", ", device.Seen.Suspects)}.</p>\n");
        foreach (string note in device.Seen.Notes) page.Add($"<p>Note: {note}</p>\n");
        if (device.Seen.Claims.IsEmpty)
        {
            page.Add($"<p>No signal says who made it.</p>\n");
            return;
        }
        Table.Begin(page, "Ledger of signals, strongest first", "Strength", "Signal", "Says", "About", "Model", "Where", "Source");
        foreach (var claim in device.Seen.Claims)
            page.Add($"<tr><td>{Word(claim.Strength)}</td><th scope=\"row\">{claim.Signal}</th><td>{claim.MakerText}</td><td>{Word(claim.About)}</td><td>{claim.Model}</td><td>{claim.Where.ToString()}</td><td>{claim.Source.Title}</td></tr>\n");
        Table.End(page);
    }

    private static string Word(Strength strength) => strength switch
    {
        Strength.Label => "label",
        Strength.Model => "model",
        Strength.SystemObjectId => "object id",
        Strength.SystemDescription => "description",
        Strength.Banner => "banner",
        _ => "hint",
    };

    private static string Word(ClaimSubject about) => about switch
    {
        ClaimSubject.DeviceMaker => "the device",
        ClaimSubject.ModuleMaker => "a part",
        ClaimSubject.InterfaceMaker => "an interface",
        ClaimSubject.OperatingSystem => "the operating system",
        _ => "the brand",
    };
}
