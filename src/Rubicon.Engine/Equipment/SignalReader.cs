using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Subjects;

namespace Rubicon.Equipment;

/// <summary>Turns the statements of one record into claims and categories; one instance a record, no state beyond it.</summary>
internal sealed class SignalReader(KnowledgeIndex index, Registers registers, Subject subject)
{
    private static readonly StatementSource Record = new("the record itself", null, Confidence.Verified);
    private static readonly StatementSource MacSource = new("IEEE register of MAC prefixes", null, Confidence.Verified);
    private static readonly StatementSource NumberSource = new("IANA register of private enterprise numbers", null, Confidence.Verified);

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
    public string? Product { get; private set; }

    /// <summary>Reads every statement that is a signal.</summary>
    public void ReadAll()
    {
        foreach (var statement in subject.Statements) Read(statement);
        if (!Claims.Exists(c => c is { About: ClaimSubject.DeviceMaker, Strength: > Strength.Hint })) ReadHints();
    }

    /// <summary>Adds the label as the caller resolved it.</summary>
    public void AddLabel(string? makerKey, string text, SourceLocation where) =>
        Add(ClaimSubject.DeviceMaker, makerKey, text, null, SignalStrengths.Label, "label " + Quote.Text(text), where, Record);

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
            case Field.SysDescr: ReadBanner(statement, SignalStrengths.Description, "sysDescr"); break;
            case Field.SysObjectId: ReadObjectId(statement); break;
            case Field.AnsweredOid: ReadAnswered(statement); break;
            case Field.MacAddress: ReadMac(statement); break;
            case Field.FccId: ReadFccId(statement); break;
            case Field.Platform: ReadPlatform(statement); break;
            case Field.Banner: ReadBanner(statement, SignalStrengths.Prose, "banner"); break;
            case Field.Serial or Field.PonVendor: ReadTerminal(statement); break;
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
                var strength = only is null ? SignalStrengths.Hint : SignalStrengths.Of(sole, family.Source);
                string text = $"{signal} {Quote.Text(match.Token)} ({family.MakerKey}, {family.Name})";
                Add(ClaimSubject.DeviceMaker, family.MakerKey, NameOf(family.MakerKey), match.Token, strength, text, where, family.Source, family.Category);
                Models.Add((family.MakerKey, match.Token));
            }
        }
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

    private void ReadObjectId(in Statement statement)
    {
        if (OidIndex.Numeric(statement.Text) is not { } oid) return;
        var where = subject.LocationOf(statement);
        string signal = "sysObjectID " + oid;
        string? product = registers.Products?.Find(oid);
        if (product is not null) signal += $" ({product})";
        if (index.Oids.Longest(oid) is { } meaning)
        {
            if (meaning.Entry is not { } entry)
                Add(ClaimSubject.OperatingSystem, null, meaning.Trap!.Really, null, SignalStrengths.Hint, signal, where, meaning.Trap.Source);
            else if (meaning.Tree is { } tree)
                ReadTree(entry, tree, signal, where);
            else
                Add(ClaimSubject.DeviceMaker, entry.Party.Key, entry.Party.Name, product,
                    SignalStrengths.Of(SignalStrengths.ObjectId, meaning.Number!.Source), signal, where, meaning.Number.Source);
            if (meaning.Entry is not null) Product = product;
        }
        else if (OidIndex.EnterpriseOf(oid) is { } number && registers.Enterprise?.Find(number) is { } registrant)
        {
            Add(ClaimSubject.DeviceMaker, null, registrant, product, SignalStrengths.ObjectId, signal, where, NumberSource);
            Product = product;
        }
    }

    // Where nothing stronger speaks: the entity table's own words, the registrant of the one private tree that the device answers, a registrant
    // with whose name the description begins. They name makers without a file, as hints.
    private void ReadHints()
    {
        Statement? only = null;
        uint? number = null;
        bool several = false;
        foreach (var statement in subject.Statements)
        {
            if (statement.Field == Field.EntityMaker)
                Add(ClaimSubject.DeviceMaker, null, statement.Text, null, SignalStrengths.Hint, "entity table maker " + Quote.Text(statement.Text), subject.LocationOf(statement), Record);
            if (statement.Field != Field.AnsweredOid || OidIndex.Numeric(statement.Text) is not { } oid || OidIndex.EnterpriseOf(oid) is not { } answered) continue;
            if (CommonAgents.Contains(answered)) continue;
            several |= number is not null && number != answered;
            (only, number) = (only ?? statement, answered);
        }
        if (!several && only is { } known && index.Oids.Longest("1.3.6.1.4.1." + number) is { Entry: { } entry })
            Add(ClaimSubject.DeviceMaker, entry.Party.Key, entry.Party.Name, null, SignalStrengths.Hint, "answers 1.3.6.1.4.1." + number, subject.LocationOf(known), NumberSource);
        else if (!several && only is { } tree && registers.Enterprise?.Find(number!.Value) is { } registrant)
            Add(ClaimSubject.DeviceMaker, null, registrant, null, SignalStrengths.Hint, "answers 1.3.6.1.4.1." + number, subject.LocationOf(tree), NumberSource);
        foreach (var statement in subject.Statements)
        {
            if (statement.Field != Field.SysDescr || HostHardware.IsHost(statement.Text) || registers.Names.BeginningOf(statement.Text) is not { } named) continue;
            Add(ClaimSubject.DeviceMaker, null, named, null, SignalStrengths.Hint, "sysDescr begins with a name of " + named, subject.LocationOf(statement), NumberSource);
        }
    }

    // Net-SNMP, UCD-SNMP, Microsoft's agent, Broadcom's switch software, Frogfoot (radios of several brands), Linux kernel objects, sentries of the register.
    private static readonly uint[] CommonAgents = [8072, 2021, 311, 4413, 10002, 2, 9999];

    // Many devices answer a piece of a large maker's tree (neighbor tables, for one). Only trees that the maker files name
    // by themselves, deeper than the number, are a sign.
    private void ReadAnswered(in Statement statement)
    {
        if (OidIndex.Numeric(statement.Text) is not { } oid || index.Oids.Longest(oid) is not { Entry: { } entry, Tree: { } tree }) return;
        if (tree.Tree.AsSpan().Count('.') <= OidIndex.NumberDots) return;
        var strength = SignalStrengths.Of(SignalStrengths.BorrowedObjectId, tree.Source);
        Add(ClaimSubject.DeviceMaker, entry.Party.Key, entry.Party.Name, null, strength, $"answers {tree.Tree} ({tree.What})",
            subject.LocationOf(statement), tree.Source, tree.Category);
    }

    private void ReadTree(MakerEntry entry, OidTree tree, string signal, SourceLocation where)
    {
        var strength = SignalStrengths.Of(tree.Borrowed ? SignalStrengths.BorrowedObjectId : SignalStrengths.ObjectId, tree.Source);
        string text = tree.What is null ? signal : $"{signal} ({tree.What})";
        Add(ClaimSubject.DeviceMaker, entry.Party.Key, entry.Party.Name, null, strength, text, where, tree.Source, tree.Category);
        // The brand answers under its own number while another firm makes the device.
        if (tree.MadeBy is { } other)
            Add(ClaimSubject.DeviceMaker, index.Knowledge.Find(other) is null ? null : other, NameOf(other), null, SignalStrengths.Hint, text, where, tree.Source, tree.Category);
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

    // A terminal's serial number begins with its maker's four letters, as such or as their hexadecimal codes.
    private void ReadTerminal(in Statement statement)
    {
        string text = statement.Text.Trim();
        string id = text;
        if (statement.Field == Field.Serial)
        {
            if (text.Length == 12 && text.AsSpan(4).ContainsAnyExcept(HexDigits) || text.Length is not (12 or 16)) return;
            id = text[..4];
            if (text.Length == 16)
            {
                if (text.AsSpan().ContainsAnyExcept(HexDigits)) return;
                id = System.Text.Encoding.ASCII.GetString(Convert.FromHexString(text[..8]));
            }
        }
        if (index.PonVendors.TryGetValue(id, out var vendor))
            Add(ClaimSubject.DeviceMaker, vendor.Entry.Party.Key, vendor.Entry.Party.Name, null, SignalStrengths.Of(SignalStrengths.TerminalVendor, vendor.Id.Source),
                "optical terminal vendor " + Quote.Text(id), subject.LocationOf(statement), vendor.Id.Source);
    }

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

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
