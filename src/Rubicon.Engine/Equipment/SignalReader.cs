using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Subjects;

namespace Rubicon.Equipment;

/// <summary>Turns the statements of one record into claims and categories; one instance a record, no state beyond it.</summary>
internal sealed class SignalReader(KnowledgeIndex index, Registers registers, Subject subject)
{
    private static readonly StatementSource Record = new("the record itself", null, Confidence.Verified);
    private static readonly StatementSource MacSource = new("IEEE register of MAC prefixes", null, Confidence.Verified);

    private readonly NumberSignals _numbers = new(index, registers, subject);
    private readonly List<ModelMatch> _models = [];
    private readonly List<(string Phrase, (MakerEntry Entry, SourcedText Word) Value)> _words = [];
    private readonly List<(string Phrase, string Value)> _categoryWords = [];
    private readonly List<(string Phrase, Trap Value)> _lookAlikes = [];

    /// <summary>Claims in the order read.</summary>
    public List<Claim> Claims { get; } = [];

    /// <summary>Categories in the order read.</summary>
    public List<CategoryEvidence> Categories { get; } = [];

    /// <summary>Models by the family that gave them, for the choice of a model once the maker is known.</summary>
    public List<(string MakerKey, string Model)> Models { get; } = [];

    /// <summary>The name registered for the product that sysObjectID names, or null.</summary>
    public string? Product => _numbers.Product;

    /// <summary>Reads every statement that is a signal.</summary>
    public void ReadAll()
    {
        foreach (var statement in subject.Statements) Read(statement);
        if (!Claims.Exists(c => c is { About: ClaimSubject.DeviceMaker, Strength: > Strength.Hint })) Claims.AddRange(_numbers.Hints());
    }

    /// <summary>Adds the label as the caller resolved it.</summary>
    public void AddLabel(string? makerKey, string text, SourceLocation where) =>
        Add(ClaimSubject.DeviceMaker, makerKey, text, null, SignalStrengths.Label, "label " + Quote.Text(text), where, Record);

    /// <summary>Adds the brand that a record states beside the maker: it says who sells under which name, not who made the device.</summary>
    public void AddBrand(string? makerKey, string text, SourceLocation where) =>
        Add(ClaimSubject.Brand, makerKey, text, null, SignalStrengths.Label, "brand " + Quote.Text(text), where, Record);

    private void Read(in Statement statement)
    {
        switch (statement.Field)
        {
            case Field.Model or Field.PartNumber:
                ReadModel(statement, SignalStrengths.StatedModel, "model");
                ReadWords(statement, SignalStrengths.Prose, "words");
                break;
            case Field.EntityModel:
                ReadModel(statement, SignalStrengths.StatedModel, "entity table model");
                break;
            case Field.EntityMaker:
                ReadWords(statement, SignalStrengths.StatedModel, "entity table maker");
                break;
            case Field.ModuleMaker or Field.ModuleModel:
                ReadModule(statement);
                break;
            case Field.Name or Field.Description:
                var strength = subject.Kind == SubjectKind.Device && statement.Field == Field.Name ? SignalStrengths.Hint : SignalStrengths.Prose;
                ReadModel(statement, strength, "model");
                ReadWords(statement, strength, "words");
                ReadCategory(statement);
                break;
            case Field.Category or Field.ItemKind:
                ReadCategory(statement);
                break;
            case Field.Guess:
                ReadModel(statement, SignalStrengths.Hint, "guess");
                ReadWords(statement, SignalStrengths.Hint, "guess");
                break;
            case Field.SysDescr: ReadBanner(statement, SignalStrengths.Description, "sysDescr"); break;
            case Field.SysObjectId: Claims.AddRange(_numbers.ObjectId(statement)); break;
            case Field.AnsweredOid: Claims.AddRange(_numbers.Answered(statement)); break;
            case Field.MacAddress: ReadMac(statement); break;
            case Field.FccId: ReadFccId(statement); break;
            case Field.Platform: ReadPlatform(statement); break;
            case Field.Banner: ReadBanner(statement, SignalStrengths.Prose, "banner"); break;
            case Field.Serial or Field.PonVendor: ReadTerminal(statement); break;
            case Field.Imei: ReadImei(statement); break;
            case Field.UsbId: ReadBus(statement, index.UsbVendors, "USB"); break;
            case Field.PciId: ReadBus(statement, index.PciVendors, "PCI"); break;
        }
    }

    private void ReadBanner(in Statement statement, Strength strength, string signal)
    {
        foreach (var (entry, banner) in index.Banners)
            if (statement.Text.Contains(banner.Text, StringComparison.OrdinalIgnoreCase))
                Add(ClaimSubject.DeviceMaker, entry.Party.Key, entry.Party.Name, null, SignalStrengths.Of(strength, banner.Source),
                    "banner " + Quote.Text(banner.Text), subject.LocationOf(statement), banner.Source);
        // Of a general host the text is a kernel's: its numbers are no models.
        if (!HostHardware.IsGeneralHost(statement.Text)) ReadModel(statement, strength, signal + " model");
        ReadWords(statement, strength, signal);
    }

    private void ReadModel(in Statement statement, Strength sole, string signal)
    {
        _models.Clear();
        bool modelField = statement.Field is Field.Model or Field.PartNumber or Field.EntityModel;
        if (modelField) index.Families.FindInModel(statement.Text, _models);
        else index.Families.FindInProse(statement.Text, _models);
        var where = subject.LocationOf(statement);
        foreach (var match in _models)
        {
            var only = match.Sole(index.Knowledge);
            foreach (var family in only is null ? match.Families : [only])
            {
                var strength = only is null ? SignalStrengths.Hint : SignalStrengths.Of(modelField && FollowsAnotherName(statement.Text, match.Token) ? SignalStrengths.Prose : sole, family.Source);
                string text = $"{signal} {Quote.Text(match.Token)} ({family.MakerKey}, {family.Name})";
                Add(ClaimSubject.DeviceMaker, family.MakerKey, NameOf(family.MakerKey), match.Token, strength, text, where, family.Source, family.Category);
                if (statement.Field != Field.Guess) Models.Add((family.MakerKey, match.Token));
            }
        }
    }

    // "ThinkSystem SR665": behind the name of somebody's series a number of another's grammar says less.
    private bool FollowsAnotherName(string text, string token)
    {
        string before = text[..Math.Max(0, text.IndexOf(token, StringComparison.Ordinal))].Trim();
        if (before.Length < 3 || !char.IsAsciiLetter(before[0]) || before.Contains(',', StringComparison.Ordinal)) return false;
        _words.Clear();
        index.Words.Find(before, _words);
        return _words.Count == 0;
    }

    private void ReadWords(in Statement statement, Strength strength, string signal)
    {
        _words.Clear();
        index.Words.Find(statement.Text, _words);
        if (_words.Count == 0) return;
        _lookAlikes.Clear();
        index.LookAlikes.Find(statement.Text, _lookAlikes);
        var where = subject.LocationOf(statement);
        foreach (var (phrase, (entry, word)) in _words)
        {
            if (_lookAlikes.Exists(t => t.Value.LooksLike is { } not && index.Knowledge.Agree(not, entry.Party.Key))) continue;
            Add(ClaimSubject.DeviceMaker, entry.Party.Key, entry.Party.Name, null, SignalStrengths.Of(strength, word.Source),
                $"{signal} {Quote.Text(phrase)}", where, word.Source);
        }
    }

    // A part inside by another maker than the device's is a sign of that part and of nothing else.
    private void ReadModule(in Statement statement)
    {
        var where = subject.LocationOf(statement);
        if (statement.Field == Field.ModuleMaker)
        {
            _words.Clear();
            index.Words.Find(statement.Text, _words);
            if (_words.Count == 0) AddModule(null, statement.Text, null, "part of", where, Record);
            foreach (var (_, (entry, word)) in _words) AddModule(entry.Party.Key, entry.Party.Name, null, "part of " + Quote.Text(statement.Text), where, word.Source);
            return;
        }
        _models.Clear();
        index.Families.FindInModel(statement.Text, _models);
        foreach (var match in _models)
            if (match.Sole(index.Knowledge) is { } family)
                AddModule(family.MakerKey, NameOf(family.MakerKey), match.Token, $"part {Quote.Text(match.Token)} ({family.MakerKey}, {family.Name})", where, family.Source);
    }

    private void AddModule(string? key, string text, string? model, string signal, SourceLocation where, StatementSource source)
    {
        foreach (var claim in Claims)
            if (claim.About == ClaimSubject.ModuleMaker && claim.MakerText == text && (model is null || claim.Model == model)) return;
        Add(ClaimSubject.ModuleMaker, key, text, model, SignalStrengths.StatedModel, signal, where, source);
    }

    private void ReadMac(in Statement statement)
    {
        if (!MacAddress.TryRead(statement.Text, out var address) || registers.Mac?.Find(address) is not { } registrant) return;
        foreach (var claim in Claims)
            if (claim.About == ClaimSubject.InterfaceMaker && claim.MakerText == registrant) return;
        bool known = index.MacRegistrants.TryGetValue(registrant, out var maker);
        Add(ClaimSubject.InterfaceMaker, known ? maker.Entry.Party.Key : null, registrant, null, SignalStrengths.Hint,
            "MAC " + address, subject.LocationOf(statement), known ? maker.Name.Source : MacSource);
    }

    private void ReadFccId(in Statement statement)
    {
        var id = statement.Text.AsSpan().Trim();
        if (id.StartsWith("FCC", StringComparison.OrdinalIgnoreCase)) id = id[3..].TrimStart(" :");
        if (id.StartsWith("ID", StringComparison.OrdinalIgnoreCase)) id = id[2..].TrimStart(" :");
        if (id.Length < 4) return;
        // A code of five characters starts with a digit, one of three with a letter (47 CFR 2.926).
        string code = id[..Math.Min(id.Length, char.IsAsciiDigit(id[0]) ? 5 : 3)].ToString();
        if (index.Grantees.TryGetValue(code, out var holder))
            Add(ClaimSubject.DeviceMaker, holder.Entry.Party.Key, holder.Code.Holder, null,
                SignalStrengths.Of(SignalStrengths.Label, holder.Code.Source), "FCC ID " + Quote.Text(statement.Text), subject.LocationOf(statement), holder.Code.Source);
    }

    private void ReadTerminal(in Statement statement)
    {
        string? id = statement.Field == Field.Serial ? TerminalSerial.VendorIn(statement.Text) : statement.Text.Trim();
        if (id is not null && index.PonVendors.TryGetValue(id, out var vendor))
            Add(ClaimSubject.DeviceMaker, vendor.Entry.Party.Key, vendor.Entry.Party.Name, null, SignalStrengths.Of(SignalStrengths.TerminalVendor, vendor.Id.Source),
                "optical terminal vendor " + Quote.Text(id), subject.LocationOf(statement), vendor.Id.Source);
    }

    private void ReadImei(in Statement statement)
    {
        if (Imei.TryRead(statement.Text, out var imei) && index.TypeAllocations.TryGetValue(imei.TypeAllocation, out var allocated))
            Add(ClaimSubject.DeviceMaker, allocated.Entry.Party.Key, allocated.Entry.Party.Name, null, SignalStrengths.Of(SignalStrengths.TypeAllocation, allocated.Code.Source),
                "type allocation code " + Quote.Text(imei.TypeAllocation), subject.LocationOf(statement), allocated.Code.Source);
    }

    private void ReadBus(in Statement statement, System.Collections.Frozen.FrozenDictionary<string, (MakerEntry Entry, SourcedText Id)> vendors, string bus)
    {
        int colon = statement.Text.IndexOf(':', StringComparison.Ordinal);
        string id = colon < 0 ? statement.Text : statement.Text[..colon];
        if (vendors.TryGetValue(id, out var vendor))
            AddModule(vendor.Entry.Party.Key, vendor.Entry.Party.Name, null, $"{bus} vendor {id}", subject.LocationOf(statement), vendor.Id.Source);
    }

    private void ReadPlatform(in Statement statement)
    {
        if (index.Platforms.TryGetValue(statement.Text, out var platform))
            Add(ClaimSubject.DeviceMaker, platform.Entry.Party.Key, platform.Entry.Party.Name, null, SignalStrengths.Prose,
                "platform " + Quote.Text(statement.Text), subject.LocationOf(statement), platform.Name.Source);
        else
            ReadWords(statement, SignalStrengths.Prose, "platform");
    }

    private void ReadCategory(in Statement statement)
    {
        if (statement.Field is Field.Category && Vocabularies.Category.Contains(statement.Text))
        {
            Categories.Add(new CategoryEvidence(statement.Text, "category " + Quote.Text(statement.Text), subject.LocationOf(statement)));
            return;
        }
        _categoryWords.Clear();
        CategoryWords.Index.Find(statement.Text, _categoryWords);
        foreach (var (phrase, category) in _categoryWords)
            Categories.Add(new CategoryEvidence(category, "word " + Quote.Text(phrase), subject.LocationOf(statement)));
    }

    private string NameOf(string key) => index.Knowledge.Find(key)?.Party.Name ?? key;

    private void Add(ClaimSubject about, string? key, string text, string? model, Strength strength, string signal,
        SourceLocation where, StatementSource source, string? category = null) =>
        Claims.Add(new Claim(about, key, text, model, category, strength, signal, where, source));
}
