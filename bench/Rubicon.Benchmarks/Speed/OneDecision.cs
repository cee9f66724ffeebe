using BenchmarkDotNet.Attributes;
using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Matching;
using Rubicon.Reading.Makers;
using Rubicon.Reading.Packs;
using Rubicon.Reading.Registries;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Benchmarks.Speed;

/// <summary>
/// One decision with everything loaded: a base station of Huawei that a federal contractor buys. Each measured decision is of a record whose
/// facts were not met before, so that nothing is remembered but names; it is taken as a whole, proofs and all.
/// </summary>
[MemoryDiagnoser]
public class OneDecision
{
    private static readonly DateOnly Day = new(2026, 11, 21);
    private ScreeningData _data = null!;
    private Screener _screener = null!;
    private Subject _subject = null!;
    private int _quantity;

    [GlobalSetup]
    public void Load()
    {
        var packs = PackFiles.Load(Repository.Folder("packs"));
        var makers = MakerFiles.Load(Repository.Folder("makers"));
        var registers = RegisterFiles.Open(Repository.Folder("registries"));
        var directory = new PartyDirectory(makers.Knowledge.Parties, packs.Law!);
        _data = new ScreeningData(packs.Law!, directory, PartyIndex.Build(directory.Parties), new EquipmentIdentifier(makers.Knowledge, registers.Registers));
        _screener = new Screener(_data, new ActorProfile(null, ["federal-contractor"], "US", []), [], Day, Day);
        _subject = Purchase(1);
    }

    /// <summary>Facts that were not met before: identified, evaluated, explained.</summary>
    [Benchmark]
    public int NewFacts() => Whole(_screener.Decide(Purchase(++_quantity)));

    /// <summary>The same record again: what it comes to is remembered, its proofs are built anew.</summary>
    [Benchmark]
    public int KnownFacts() => Whole(_screener.Decide(_subject));

    private static int Whole(Decision decision) =>
        decision.Id.Length + decision.Title.Length + decision.Findings.Length + decision.Pending.Length + decision.Questions.Length
        + decision.Obligations.Length + decision.Facts.Length + decision.Notes.Length + (int)decision.Outcome;

    private static Subject Purchase(int quantity) => new(SubjectKind.Purchase, new SourceLocation("request.json", 1),
    [
        new(Field.Maker, "Huawei"), new(Field.Model, "BBU3900"), new(Field.Category, "base station"), new(Field.ItemKind, "equipment"),
        new(Field.Supplier, "Prairie Wireless Supply LLC"), new(Field.SupplierCountry, "US"), new(Field.Act, "buy"), new(Field.ActDate, "2026-11-20"),
        new(Field.Quantity, quantity.ToString(System.Globalization.CultureInfo.InvariantCulture)), new(Field.Purpose, "own business"), new(Field.Funding, "own funds"),
    ]);
}
