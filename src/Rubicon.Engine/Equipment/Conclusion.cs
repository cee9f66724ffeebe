using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Equipment;

/// <summary>Draws the conclusion from the claims of one record by the rules of <see cref="SignalStrengths"/>.</summary>
internal sealed class Conclusion(KnowledgeIndex index, Subject subject, SignalReader reader)
{
    private readonly List<string> _conflicts = [];
    private readonly List<string> _notes = [];
    private readonly List<string> _suspects = [];
    private readonly List<SourcedText> _cautions = [];
    private readonly List<RelabelNote> _relabels = [];

    /// <summary>True when the label is a known look-alike of the maker: a conflict is noted and the key is not used.</summary>
    public bool Denied(string label, string? makerKey)
    {
        var traps = new List<(string Phrase, Trap Value)>();
        index.LookAlikes.Find(label, traps);
        foreach (var (_, trap) in traps)
        {
            if (makerKey is not null && trap.LooksLike is { } not && !index.Knowledge.Agree(makerKey, not)) continue;
            _notes.Add($"{Quote.Text(label)} looks like {NameOf(trap.LooksLike)} and is another firm: {trap.Really} ({trap.Source.Title})");
            return true;
        }
        return false;
    }

    /// <summary>The conclusion.</summary>
    public Identification Draw()
    {
        var claims = reader.Claims.OrderByDescending(c => c.Strength).ToImmutableArray();
        FindRelabels();
        var chosen = Choose(claims);
        AddHints(claims, chosen);
        // Hints about makers without a file name somebody where nothing but a model that several grammars accept points to a known one.
        var hinted = chosen is null && _suspects.Count == 0 ? Hinted(claims) : null;
        hinted ??= chosen is null ? Corroborated(claims) ?? ByNumber(claims) : null;
        if (hinted is null && chosen is null && !claims.Any(c => c is { About: ClaimSubject.DeviceMaker, MakerKey: not null, Model: null })) hinted = Hinted(claims);
        AddModules(claims, chosen);
        AddInterfaces(claims, chosen);
        var categories = Categories(claims, chosen?.MakerKey);
        AddCautions(chosen, categories);
        AddHandset(chosen);
        return new Identification
        {
            Claims = claims,
            MakerKey = chosen?.MakerKey,
            MakerText = chosen?.MakerText ?? hinted?.MakerText,
            Strength = chosen?.Strength ?? hinted?.Strength,
            Suspects = [.. _suspects],
            Model = Model(chosen ?? hinted),
            Categories = categories,
            Conflicts = [.. _conflicts],
            Notes = [.. _notes],
            Cautions = [.. _cautions],
            Relabels = [.. _relabels],
        };
    }

    // The strongest device-maker claim, unless one of its own strength names another maker.
    private Claim? Choose(ImmutableArray<Claim> claims)
    {
        Claim? best = null;
        bool tied = false;
        foreach (var claim in claims)
        {
            if (claim.About != ClaimSubject.DeviceMaker || claim.Strength < Strength.Banner) continue;
            if (best is null)
            {
                best = claim;
                continue;
            }
            if (Same(best, claim)) continue;
            _conflicts.Add($"{best.Signal} says {best.MakerText}; {claim.Signal} says {claim.MakerText}");
            tied |= claim.Strength == best.Strength;
            if (claim.MakerKey is { } other) Suspect(other);
        }
        if (!tied || best is null) return best;
        if (best.MakerKey is { } first) Suspect(first);
        return null;
    }

    private static Claim? Hinted(ImmutableArray<Claim> claims)
    {
        foreach (var claim in claims)
            if (claim is { About: ClaimSubject.DeviceMaker, MakerKey: null }) return claim;
        return null;
    }

    // Two hints of different kinds (an object identifier and an address, a model and a part inside) that agree on the one suspect name it. It stays a suspect: no decision rests on it.
    private Claim? Corroborated(ImmutableArray<Claim> claims)
    {
        if (_suspects.Count != 1) return null;
        Claim? first = null;
        foreach (var claim in claims)
        {
            if (claim.MakerKey is not { } key || claim.About is not (ClaimSubject.DeviceMaker or ClaimSubject.InterfaceMaker or ClaimSubject.ModuleMaker) || !index.Knowledge.Agree(key, _suspects[0])) continue;
            if (first is null) first = claim;
            else if (KindOf(first) != KindOf(claim)) return first.About == ClaimSubject.DeviceMaker ? first : claim;
        }
        return null;

        // A model read twice is one sign, and so is a number of one registrant.
        static string KindOf(Claim claim) => claim switch
        {
            { About: not ClaimSubject.DeviceMaker } => claim.About.ToString(),
            { Model: not null } => "model",
            _ when claim.Signal.StartsWith("sysObjectID", StringComparison.Ordinal) || claim.Signal.StartsWith("answers", StringComparison.Ordinal) => "number",
            _ => "words",
        };
    }

    // An object identifier that points to the one suspect names it as a hint, unless devices of many makers answer that number. It stays a suspect.
    private Claim? ByNumber(ImmutableArray<Claim> claims)
    {
        if (_suspects.Count != 1 || subject.First(Field.SysObjectId) is { } own && NumberSignals.IsShared(own) && reader.Claims.Exists(c => c.MakerKey is not null && c.Signal.StartsWith("sysObjectID", StringComparison.Ordinal))) return null;
        foreach (var claim in claims)
            if (claim is { About: ClaimSubject.DeviceMaker, MakerKey: { } key } && index.Knowledge.Agree(key, _suspects[0])
                && (claim.Signal.StartsWith("sysObjectID", StringComparison.Ordinal) || claim.Signal.StartsWith("answers", StringComparison.Ordinal))) return claim;
        return null;
    }

    private void AddHints(ImmutableArray<Claim> claims, Claim? chosen)
    {
        if (chosen is not null || _suspects.Count > 0) return;
        foreach (var claim in claims)
            if (claim is { About: ClaimSubject.DeviceMaker, MakerKey: { } key }) Suspect(key);
    }

    // A part by another maker does not say who made the device; rules on parts inside ask about it all the same.
    private void AddModules(ImmutableArray<Claim> claims, Claim? chosen)
    {
        foreach (var claim in claims)
        {
            if (claim.About != ClaimSubject.ModuleMaker || claim.MakerKey is not { } key || chosen?.MakerKey is { } maker && index.Knowledge.Agree(maker, key)) continue;
            _notes.Add($"{claim.Signal} is of {claim.MakerText}: the maker of that part, not of the device");
            Suspect(key);
        }
    }

    private void AddInterfaces(ImmutableArray<Claim> claims, Claim? chosen)
    {
        bool silent = chosen is null && _suspects.Count == 0;
        foreach (var claim in claims)
        {
            if (claim.About != ClaimSubject.InterfaceMaker) continue;
            if (index.ContractMakers.TryGetValue(claim.MakerText, out var contract))
            {
                _notes.Add($"{claim.Signal} is of {claim.MakerText}, which {contract.Really}");
                continue;
            }
            if (claim.MakerKey is not { } key || chosen?.MakerKey is { } maker && index.Knowledge.Agree(maker, key)) continue;
            bool relabeled = _relabels.Exists(r => r.Relabel.MakerKey is { } other && index.Knowledge.Agree(other, key));
            bool unknownLabel = chosen is { MakerKey: null };
            if (relabeled || unknownLabel)
                _conflicts.Add($"{(chosen is null ? "the brand" : chosen.Signal)} says {chosen?.MakerText ?? "another maker"}; {claim.Signal} is of {claim.MakerText}: an interface only, yet a sign of who made the device");
            else
                _notes.Add($"{claim.Signal} is of {claim.MakerText}: the maker of that interface, not of the device");
            if (silent || relabeled || unknownLabel) Suspect(key);
        }
    }

    // What the number of a mobile device leaves open is said, so that its silence is not taken for a clean answer.
    private void AddHandset(Claim? chosen)
    {
        foreach (var statement in subject.Statements)
        {
            if (statement.Field != Field.Imei) continue;
            if (!Imei.TryRead(statement.Text, out var imei))
            {
                Note($"{Quote.Text(statement.Text)} is no IMEI and no type allocation code: nothing was read from it");
                continue;
            }
            if (!imei.Checks) Note($"the check digit of IMEI {Quote.Text(statement.Text)} does not fit: mistyped, or made up");
            if (chosen is null && !index.TypeAllocations.ContainsKey(imei.TypeAllocation))
                Note($"to whom type allocation code {imei.TypeAllocation} was given is not in the maker files{(imei.ReportingBody is { } body ? $" (given by {body})" : "")}: the label or the GSMA device database tells the maker");
        }
    }

    private void Note(string text)
    {
        if (!_notes.Contains(text)) _notes.Add(text);
    }

    private void AddCautions(Claim? chosen, ImmutableArray<CategoryEvidence> categories)
    {
        foreach (string key in chosen?.MakerKey is { } maker ? _suspects.Prepend(maker) : _suspects)
        {
            if (index.Knowledge.Find(key) is not { } entry) continue;
            var holder = entry.Caution is null ? index.Knowledge.Find(entry.File) : entry;
            if (holder?.Caution is not { } caution || _cautions.Contains(caution)) continue;
            bool otherGoods = !holder.CautionGoods.IsEmpty && !categories.IsEmpty
                && !categories.Any(c => holder.CautionGoods.Any(g => Vocabularies.Category.IsA(c.Category, g) || Vocabularies.Category.IsA(g, c.Category)));
            if (otherGoods) continue;
            _cautions.Add(caution);
            _notes.Add(caution.Text);
        }
    }

    private void FindRelabels()
    {
        var found = new List<(string Phrase, Relabel Value)>();
        foreach (var statement in subject.Statements)
        {
            if (statement.Field is not (Field.Maker or Field.Brand or Field.Name or Field.Description or Field.Model)) continue;
            found.Clear();
            index.RelabelBrands.Find(statement.Text, found);
            foreach (var (phrase, relabel) in found)
            {
                if (_relabels.Exists(r => ReferenceEquals(r.Relabel, relabel))) continue;
                string? model = ModelOf(relabel);
                // A row that names models speaks of those; without one of them it says nothing about this record.
                if (relabel.Models.IsEmpty || model is not null)
                    _relabels.Add(new RelabelNote(relabel, phrase, model, subject.LocationOf(statement)));
            }
        }
    }

    private string? ModelOf(Relabel relabel)
    {
        foreach (var statement in subject.Statements)
        {
            if (statement.Field is not (Field.Model or Field.PartNumber or Field.Name or Field.Description or Field.EntityModel)) continue;
            foreach (string word in statement.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                foreach (string start in relabel.Models)
                    if (word.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return word;
        }
        return null;
    }

    // hrDeviceDescr describes, with the maker in front: "HP Color LaserJet M452nw".
    private const string DeviceDescription = "1.3.6.1.2.1.25.3.2.1.3.";

    private string? Model(Claim? chosen)
    {
        if (subject.First(Field.Model) is { } stated) return stated;
        string? maker = chosen?.MakerText;
        foreach (var statement in subject.Statements)
            if (statement.Field == Field.EntityModel) return statement.Pointer is { } place && place.StartsWith(DeviceDescription, StringComparison.Ordinal) ? DescribedModel.WithoutMaker(statement.Text, maker) : statement.Text;
        string? described = subject.First(Field.PartNumber);
        foreach (var (key, model) in reader.Models)
        {
            if (chosen?.MakerKey is not { } own || !index.Knowledge.Agree(key, own)) continue;
            described = model;
            break;
        }
        if (described is null && (subject.First(Field.SysDescr) ?? subject.First(Field.Banner)) is { } description) described = DescribedModel.In(description, maker, chosen?.MakerKey is { } known ? index.Knowledge.Find(known)?.Platforms ?? [] : []);
        // A guess from the walk itself stands in where a description says no more than the kind of thing.
        bool title = described is null || !described.AsSpan().ContainsAnyInRange('0', '9') && !(described.Length >= 5 && described.All(char.IsAsciiLetterUpper));
        if (title) described = Guessed(maker) ?? described;
        // What a host says of its processor stands in for a model only where nobody is known to have made it.
        return ProductName.Choose(reader.Product, described) ?? (chosen is null or { Strength: Strength.Hint } && subject.First(Field.SysDescr) is { } host ? HostHardware.In(host) : null);
    }

    // What a scanner takes the device for names an operating system more often than a model: only guesses that rest on an object of the device count.
    private string? Guessed(string? maker)
    {
        foreach (var statement in subject.Statements)
            if (statement is { Field: Field.Guess, Pointer: { } place } && place.StartsWith("1.3.6.1.", StringComparison.Ordinal)) return DescribedModel.WithoutMaker(statement.Text, maker);
        return null;
    }

    // A category by a model or tree counts when its maker is the chosen one or, with nobody chosen, a suspect.
    private ImmutableArray<CategoryEvidence> Categories(ImmutableArray<Claim> claims, string? maker)
    {
        var categories = reader.Categories;
        foreach (var claim in claims)
        {
            if (claim is not { Category: { } category, MakerKey: { } key }) continue;
            bool counts = maker is null ? _suspects.Contains(key) : index.Knowledge.Agree(key, maker);
            if (counts) categories.Add(new CategoryEvidence(category, claim.Signal, claim.Where));
        }
        return [.. categories.DistinctBy(c => c.Category)];
    }

    private bool Same(Claim one, Claim other) => (one.MakerKey, other.MakerKey) switch
    {
        ({ } a, { } b) => index.Knowledge.Agree(a, b),
        // Two names without keys are compared as texts; a register's wording of the same firm may differ from the label's.
        (null, null) => true,
        _ => false,
    };

    private void Suspect(string key)
    {
        if (!_suspects.Contains(key)) _suspects.Add(key);
    }

    private string NameOf(string? key) => key is null ? "a known maker" : index.Knowledge.Find(key)?.Party.Name ?? key;
}
