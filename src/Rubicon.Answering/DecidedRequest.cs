using System.Collections.Immutable;
using Rubicon.Answering.Lists;
using Rubicon.Answering.Scanning;
using Rubicon.Diagnostics;
using Rubicon.Reading.Requests;
using Rubicon.Reports;
using Rubicon.Rules.Facts;
using Rubicon.Screening;

namespace Rubicon.Answering;

/// <summary>One transaction with its decision, ready for any report. The command line and the server make it here, so that their reports have the same bytes.</summary>
/// <param name="Head">What stands before the decision.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Coverage">What was read, decided and not applied.</param>
/// <param name="Age">A warning for each pack last kept up before the day asked about.</param>
public sealed record DecidedRequest(ReportHead Head, Decision Decision, Coverage Coverage, ImmutableArray<Problem> Age)
{
    /// <summary>Reads a request and decides it; null, with problems, when it cannot be read. Safe for any thread.</summary>
    /// <param name="loaded">Law and makers.</param>
    /// <param name="data">Names and equipment on top.</param>
    /// <param name="asked">What is asked beside the request's own words.</param>
    /// <param name="json">The request (schema/request.schema.json).</param>
    /// <param name="problems">Problems are added here, many at once.</param>
    public static DecidedRequest? Of(LoadedData loaded, ScreeningData data, AskedOfRequest asked, ReadOnlySpan<byte> json, List<Problem> problems)
    {
        // Parties of the request are looked up as of its own day, so it is read twice: first for the days, then for the facts.
        var days = RequestFile.Read(asked.Name, json, data.Law.Catalog, m => new PartyValue(m.Name ?? m.Key ?? "", false, [], []), []);
        var asOf = asked.AsOf ?? days?.AsOf ?? asked.Today;
        var knownAt = asked.KnownAt ?? days?.KnownAt ?? asOf;
        var names = new Screener(data, ActorProfile.Nobody, [], asOf, knownAt);
        var request = RequestFile.Read(asked.Name, json, data.Law.Catalog, m => MentionedParties.Of(m, data.Directory, names, asOf), problems);
        if (request is null || problems.Any(p => p.Kind.Severity == Severity.Error)) return null;
        var actor = (asked.Actor ?? request.Actor ?? ActorProfile.Nobody).AlsoAs(asked.Also.IsDefault ? [] : asked.Also);
        var decision = new Screener(data, actor, [], asOf, knownAt).Decide(request.Record, request.Facts, request.Title);
        var ledger = new CoverageLedger();
        ledger.Add(decision);
        var age = loaded.Age(asOf);
        ledger.Add(age);
        ledger.Add(asked.Lists.Problems);
        if (!asked.Beside.IsDefaultOrEmpty) ledger.Add(asked.Beside);
        var head = new ReportHead("1.0", ProgramVersion.Text, asOf, knownAt, new ReportActor(actor.Name, actor.Capacities, actor.Country),
            [.. loaded.Sources(), .. asked.Lists.Sources(), .. asked.Sources.IsDefault ? [] : asked.Sources]);
        return new DecidedRequest(head, decision, ledger.Close(loaded.Law, actor, asOf), age);
    }

    /// <summary>Writes the whole report.</summary>
    public void Write(IReportWriter report)
    {
        report.Begin(Head);
        report.Write(Decision);
        report.End(Coverage);
    }
}

/// <summary>What is asked beside a request's own words.</summary>
/// <param name="Name">The request as places name it: its file, or - for standard input and the server.</param>
/// <param name="Today">The day taken when nobody names one.</param>
/// <param name="AsOf">The day asked about, before the request's own.</param>
/// <param name="KnownAt">Only what was known by then counts, before the request's own.</param>
/// <param name="Actor">Who acts, before the request's own.</param>
/// <param name="Also">Further capacities in which the actor acts: those of other countries, side by side.</param>
public sealed record AskedOfRequest(string Name, DateOnly Today, DateOnly? AsOf = null, DateOnly? KnownAt = null, ActorProfile? Actor = null, ImmutableArray<string> Also = default)
{
    /// <summary>Kept lists in use, for the data block; those that decide are in the data.</summary>
    public ListsInUse Lists { get; init; } = ListsInUse.None;

    /// <summary>Problems of files that were read beside the request.</summary>
    public ImmutableArray<Problem> Beside { get; init; } = [];

    /// <summary>Those files, for the head of the report.</summary>
    public ImmutableArray<DataSource> Sources { get; init; } = [];
}
