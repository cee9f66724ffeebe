using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Rules.Facts;
using Rubicon.Subjects;

namespace Rubicon.Screening;

/// <summary>
/// Makes facts of a record's statements: who made it, what it is, which act, which days, which money. What a record does not say
/// stays unknown. Remembers names; one instance serves one run and one thread.
/// </summary>
internal sealed class FactInterpreter
{
    private readonly ScreeningData _data;
    private readonly PartyResolver _parties;
    private readonly ProducerInterpreter _producers;
    private readonly OwnersOfRecord? _owners;
    private readonly DateOnly _asOf;
    private readonly ImmutableArray<Answer> _answers;
    private readonly FactCatalog _catalog;

    public FactInterpreter(ScreeningData data, DateOnly asOf, ImmutableArray<Answer> answers)
    {
        (_data, _asOf, _answers, _catalog) = (data, asOf, answers, data.Law.Catalog);
        _parties = new PartyResolver(data);
        _producers = new ProducerInterpreter(data.Equipment, _parties, asOf);
        _owners = data.Owners is { } owners ? new OwnersOfRecord(new OwnerTies(owners, _parties, data.Directory), _catalog, asOf) : null;
    }

    /// <summary>A party by name.</summary>
    public PartyValue Party(string name, string? country, bool screened) => _parties.Find(name, country, [], _asOf, screened).Value;

    /// <summary>The facts of a request with what the files of stakes say of its parties; the same when no files were given.</summary>
    public FactSet WithOwners(FactSet facts) => _owners?.Add(facts, [], null) ?? facts;

    /// <summary>Who made the thing of the record and what it is, with evidence that points into this record.</summary>
    public Producer ProducerOf(Subject subject)
    {
        var draft = new FactDraft(subject, _catalog);
        Dates(draft);
        return _producers.Of(subject, draft);
    }

    /// <summary>Facts of the record laid over <paramref name="actor"/>, the facts of the actor.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="actor">Facts of the actor.</param>
    /// <param name="known">The producer as a record that is decided alike gave it, where evidence is beside the point; or null.</param>
    public InterpretedRecord Interpret(Subject subject, FactSet actor, Producer? known = null)
    {
        var draft = new FactDraft(subject, _catalog);
        Act(draft);
        Dates(draft);
        Words(draft);
        var producer = known ?? _producers.Of(subject, draft);
        Parties(draft, producer);
        KindOfItem.State(draft);
        foreach (var answer in _answers)
            if (answer.Holds(subject, _asOf) && _catalog.Find(answer.Fact) is { } fact) draft.Answer(fact, answer);
        var facts = draft.Over(actor);
        if (!subject.Components.IsEmpty)
            facts = facts.WithComponents([.. subject.Components.Select(c => Interpret(c, OfHost(facts)).Facts)]);
        if (_owners is not null) facts = _owners.Add(facts, Identifiers(draft), draft);
        return new InterpretedRecord(facts, producer.Maker, producer.MakerKey, SubjectTitle.Of(subject, producer.Maker), SubjectTitle.Group(subject), draft.Notes, draft.Assumptions, draft.Problems) { Seen = producer.Seen };
    }

    /// <summary>What a part shares with the thing it is in: who acts, how, what for and with which money.</summary>
    private FactSet OfHost(FactSet host) => FactSet.Empty(_catalog).With(host.Stated
        .Where(s => s.Fact.Name is "actor" or "actor-country" or "act" or "act-date" or "purpose" or "place" or "network" || s.Fact.Type == FactType.YesNo)
        .Select(s => new KeyValuePair<Fact, FactValue>(s.Fact, s.Value)));

    /// <summary>The act that the record states; without one, what a record of its kind stands for.</summary>
    private static void Act(FactDraft draft)
    {
        if (draft.First(Field.Act) is { } stated)
        {
            if (RecordWords.Act(stated.Text) is { } act) draft.Words("act", [act], stated);
            else if (Vocabularies.Act.Contains(stated.Text)) draft.Words("act", [stated.Text], stated);
            else draft.Note($"the act {Quote.Text(stated.Text)} is not understood and was left open");
            return;
        }
        var status = draft.First(Field.Status);
        switch (draft.Subject.Kind)
        {
            case SubjectKind.Device when (status is { } s && RecordWords.IsOutOfUse(s.Text)) || draft.First(Field.Removed) is not null:
                draft.Set("act", new WordsValue([], true, [draft.Evidence("out of use", status ?? draft.First(Field.Removed)!.Value)]));
                draft.Note("recorded as out of use: no act was decided");
                break;
            case SubjectKind.Device when status is { } s && RecordWords.IsNotYetInUse(s.Text):
                draft.Words("act", ["install", "use", "maintain"], s);
                break;
            case SubjectKind.Device:
                draft.Assume("act", new WordsValue(["use", "maintain"], true, [new Evidence("a device in an inventory is in use and kept up", draft.Subject.Source)]));
                break;
            case SubjectKind.Component:
                draft.Assume("act", new WordsValue(["procure", "use"], true, [new Evidence("a part of a bill of materials is bought and used", draft.Subject.Source)]));
                break;
            case SubjectKind.Purchase or SubjectKind.Supplier or SubjectKind.Service:
                draft.Assume("act", new WordsValue(["procure"], true, [new Evidence("a record of this kind is a purchase", draft.Subject.Source)]));
                break;
        }
    }

    /// <summary>Fields that state a day, and the facts that they give.</summary>
    public static readonly ImmutableArray<(Field Field, string Fact)> DateFields =
    [
        (Field.ActDate, "act-date"), (Field.ContractDate, "contract-date"), (Field.Obtained, "obtained"), (Field.Installed, "installed"),
        (Field.Removed, "removed"), (Field.FccGrantDate, "authorized-on"),
    ];

    private static void Dates(FactDraft draft)
    {
        foreach (var (field, fact) in DateFields)
        {
            if (draft.First(field) is not { } stated) continue;
            switch (DateWords.Read(stated.Text, out var day))
            {
                case DateReading.Day:
                    draft.Set(fact, new DateValue(day, [draft.Evidence($"{fact} {Quote.Text(stated.Text)}", stated)]));
                    break;
                case DateReading.Coarse:
                    draft.Note($"{fact} {Quote.Text(stated.Text)} names no day and was left open");
                    break;
                default:
                    draft.Problem(new Problem(ProblemCatalog.BadDate, draft.Subject.LocationOf(stated), Quote.Text(stated.Text)));
                    break;
            }
        }
        if (draft.Value("obtained") is null && draft.Subject.Kind == SubjectKind.Device && draft.Value("installed") is DateValue installed)
            draft.Note($"obtained is not stated; installed on {installed.Display}");
    }

    private void Words(FactDraft draft)
    {
        One(draft, Field.Purpose, "purpose", RecordWords.Purpose, Vocabularies.Purpose);
        One(draft, Field.EndUse, "purpose", RecordWords.Purpose, Vocabularies.Purpose);
        One(draft, Field.Place, "place", RecordWords.Place, Vocabularies.Place);
        One(draft, Field.NetworkPart, "place", RecordWords.Place, Vocabularies.Place);
        One(draft, Field.Network, "network", RecordWords.Network, Vocabularies.Network);
        Country(draft, Field.Origin, "origin-manufactured");
        Country(draft, Field.OriginAssembled, "origin-assembled");
        Country(draft, Field.OriginDesigned, "origin-designed");
        Country(draft, Field.OriginDeveloped, "origin-developed");
        Country(draft, Field.Destination, "destination");
        if (draft.First(Field.Eccn) is { } eccn) draft.Set("eccn", new WordsValue([eccn.Text.ToUpperInvariant()], true, [draft.Evidence("ECCN", eccn)]));
        if (draft.First(Field.Quantity) is { } quantity && decimal.TryParse(quantity.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number))
            draft.Set("quantity", new NumberValue(number, [draft.Evidence("quantity", quantity)]));
        if (draft.First(Field.Funding) is { } funding)
        {
            var stated = RecordWords.Funding(funding.Text);
            if (stated.IsEmpty) draft.Note($"the funding {Quote.Text(funding.Text)} is not understood and was left open");
            foreach (var (fact, yes) in stated)
                if (_catalog.Find(fact) is not null) draft.Set(fact, new YesNoValue(yes, [draft.Evidence($"funding {Quote.Text(funding.Text)}", funding)]));
        }
        foreach (var paper in draft.All(Field.Paper))
            if (_catalog.Find(paper.Text) is { Type: FactType.YesNo } fact) draft.Set(fact.Name, new YesNoValue(true, [draft.Evidence($"holds {paper.Text}", paper)]));
            else draft.Note($"the paper {Quote.Text(paper.Text)} is not one that a rule asks for");
    }

    private static void One(FactDraft draft, Field field, string fact, Func<string, string?> find, Vocabulary vocabulary)
    {
        if (draft.First(field) is not { } stated) return;
        string? word = find(stated.Text) ?? (vocabulary.Contains(stated.Text) ? stated.Text : null);
        if (word is null) draft.Note($"the {fact} {Quote.Text(stated.Text)} is not understood and was left open");
        else draft.Words(fact, [word], stated);
    }

    private static void Country(FactDraft draft, Field field, string fact)
    {
        if (draft.First(field) is not { } stated) return;
        var parts = stated.Text.Split([',', ';', '/', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var countries = (CountryWords.Find(stated.Text) is { } whole ? [whole] : parts.Select(CountryWords.Find).ToList());
        if (countries.Count == 0 || countries.Contains(null)) draft.Note($"the country {Quote.Text(stated.Text)} is not understood and was left open");
        else draft.Words(fact, [.. countries.Select(c => c!).Distinct(StringComparer.Ordinal)], stated);
    }

    private void Parties(FactDraft draft, Producer producer)
    {
        if (producer.Value is not null) draft.Set("producer", producer.Value);
        Standing(draft, "producer", producer.Value);
        if (!producer.Categories.IsEmpty) draft.Set("category", new WordsValue(producer.Categories, true, producer.CategoryEvidence));
        draft.AddNotes(producer.Notes);
        Role(draft, Field.Supplier, "supplier", Field.SupplierCountry);
        Role(draft, Field.Recipient, "recipient", Field.Destination);
        Role(draft, Field.Performer, "performer", Field.PerformerCountry);
        Presume(draft);
        // Who performs a visit or an update provides it, where nobody else is said to.
        if (draft.Subject.Kind == SubjectKind.Service && draft.Value("supplier") is null && draft.Value("performer") is PartyValue performer) draft.Set("provider", performer);
        if (draft.Value("supplier") is not PartyValue supplier) return;
        if (draft.Subject.Kind is SubjectKind.Supplier)
        {
            // A list of suppliers asks whether dealing with this party is barred: its own goods and services are decided.
            draft.Set("producer", supplier);
            draft.Set("provider", supplier);
            draft.Set("performer", supplier);
            if (draft.Value("category") is null && supplier.Identified && !_data.Directory.TouchesDesignated(supplier))
            {
                draft.Set("category", new WordsValue(["other"], true, [new Evidence("no goods are stated: the party alone was screened", draft.Subject.Source)]));
                draft.Assumption("a supplier without stated goods: rules on kinds of goods were not applied");
            }
        }
        else if (draft.Subject.Kind is SubjectKind.Service || IsService(draft))
        {
            draft.Set("provider", supplier);
        }
    }

    /// <summary>
    /// What an inventory or supplier list does not say and every record would have to be asked for. It is taken for granted, shown as a fact with
    /// its evidence, and counted in the coverage block, so that nobody reads it as having been looked at.
    /// </summary>
    private static void Presume(FactDraft draft)
    {
        if (draft.Subject.Kind == SubjectKind.Device && draft.Value("performer") is null)
        {
            draft.Set("performer", new PartyValue("own staff (taken for granted)", true, [], ["US"], [new Evidence("nobody is stated to service it", draft.Subject.Source)]));
            draft.Assumption("no one is stated to service the device: own staff was taken for granted");
        }
        if (draft.Subject.Kind == SubjectKind.Purchase && draft.Value("supplier") is null && draft.Value("producer") is PartyValue { Identified: true } maker)
        {
            draft.Set("supplier", maker with { Evidence = [new Evidence("no supplier is stated: bought from the maker", draft.Subject.Source)] });
            draft.Assumption("no supplier is stated: that it was bought from the maker was taken for granted");
        }
        if (draft.Value("supplier") is PartyValue { Countries: [PartyResolver.NotStated] })
            draft.Assumption("a supplier without a stated country, whose name shows none of concern, was not taken for one of a foreign adversary");
        if (draft.Subject.Components.IsEmpty && draft.Subject.Kind is SubjectKind.Device or SubjectKind.Purchase)
            draft.Assumption("no parts are stated: parts inside were not looked at");
        if (draft.Value("supplier") is PartyValue { Identified: true, Attributions.IsEmpty: true })
            draft.Assumption(OwnersOfRecord.NotLookedInto);
    }

    private static bool IsService(FactDraft draft) =>
        draft.First(Field.ItemKind) is { } kind && RecordWords.Kind(kind.Text) is { } word && Vocabularies.ItemKind.IsA(word, "service");

    private void Role(FactDraft draft, Field field, string fact, Field? countryField)
    {
        if (draft.First(field) is not { } stated) return;
        string? country = countryField is { } c && draft.First(c) is { } text ? CountryWords.Find(text.Text) : null;
        var ids = field == Field.Supplier ? Identifiers(draft) : [];
        var day = draft.Value("act-date") is DateValue act && act.Value < _asOf ? act.Value : _asOf;
        // Only the lists that suppliers are screened against are whole; a recipient that matches nobody may stand on the rest of the Entity List.
        var found = _parties.Find(stated.Text, country, ids, day, screened: field == Field.Supplier).Value;
        // Several may perform one update: who signs it, who installs it. The fact holds one, and that is whom rules are most likely to reach.
        foreach (var other in draft.Subject.Statements.Where(s => s.Field == field && s.Text != stated.Text))
        {
            var also = _parties.Find(other.Text, country, [], day, screened: field == Field.Supplier).Value;
            draft.Note($"{fact} is also {Quote.Text(Concern(also) > Concern(found) ? stated.Text : other.Text)}");
            if (Concern(also) > Concern(found)) (found, stated) = (also, other);
        }
        Standing(draft, fact, found);
        draft.Set(fact, found with { Evidence = [draft.Evidence($"{fact} {Quote.Text(stated.Text)}", stated), .. found.Evidence] });
    }

    /// <summary>How likely rules reach a party: one with ties to a listed one, one of a country of concern, one nobody knows, any other.</summary>
    private static int Concern(PartyValue party) =>
        !party.Attributions.IsEmpty ? 3 : party.Countries.Any(c => c is "CN" or "HK" or "MO" or "RU" or "IR" or "KP" or "CU" or "VE") ? 2 : party.Identified ? 0 : 1;

    /// <summary>An imported list that has the party is shown beside the decision, whether a rule asks for it or not.</summary>
    private static void Standing(FactDraft draft, string fact, PartyValue? party)
    {
        foreach (var attribution in party?.Attributions.Where(a => a.Standing is not null) ?? [])
            draft.Note($"{fact} {attribution.Evidence[0].Statement}; {attribution.Evidence[0].Source}");
    }

    private static ImmutableArray<PartyIdentifier> Identifiers(FactDraft draft)
    {
        var stated = new StatementSource("the record", null, Confidence.Verified);
        return [.. new[] { (Field.Lei, "lei"), (Field.Uei, "uei"), (Field.Cage, "cage"), (Field.Uscc, "uscc") }
            .Where(f => draft.First(f.Item1) is not null).Select(f => new PartyIdentifier(f.Item2, draft.First(f.Item1)!.Value.Text.ToUpperInvariant(), stated))];
    }
}
