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

    /// <summary>Reads every statement that is a signal.</summary>
    public void ReadAll()
    {
        foreach (var statement in subject.Statements) Read(statement);
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
                ReadModel(statement, SignalStrengths.Hint, "guess of a scanner");
                ReadWords(statement, SignalStrengths.Hint, "guess of a scanner");
                break;
            case Field.SysDescr: ReadDescription(statement); break;
            case Field.SysObjectId: ReadObjectId(statement); break;
            case Field.AnsweredOid: ReadAnswered(statement); break;
            case Field.MacAddress: ReadMac(statement); break;
            case Field.FccId: ReadFccId(statement); break;
            case Field.Platform: ReadPlatform(statement); break;
        }
    }

    private void ReadDescription(in Statement statement)
    {
        foreach (var (entry, banner) in index.Banners)
            if (statement.Text.Contains(banner.Text, StringComparison.OrdinalIgnoreCase))
                Add(ClaimSubject.DeviceMaker, entry.Party.Key, entry.Party.Name, null, SignalStrengths.Of(SignalStrengths.Description, banner.Source),
                    "banner " + Quote.Text(banner.Text), subject.LocationOf(statement), banner.Source);
        ReadModel(statement, SignalStrengths.Description, "sysDescr model");
        ReadWords(statement, SignalStrengths.Description, "sysDescr");
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

    private void ReadObjectId(in Statement statement)
    {
        if (OidIndex.Numeric(statement.Text) is not { } oid) return;
        var where = subject.LocationOf(statement);
        string signal = "sysObjectID " + oid;
        if (index.Oids.Longest(oid) is { } meaning)
        {
            if (meaning.Entry is not { } entry)
                Add(ClaimSubject.OperatingSystem, null, meaning.Trap!.Really, null, SignalStrengths.Hint, signal, where, meaning.Trap.Source);
            else if (meaning.Tree is { } tree)
                ReadTree(entry, tree, signal, where);
            else
                Add(ClaimSubject.DeviceMaker, entry.Party.Key, entry.Party.Name, null,
                    SignalStrengths.Of(SignalStrengths.ObjectId, meaning.Number!.Source), signal, where, meaning.Number.Source);
        }
        else if (OidIndex.EnterpriseOf(oid) is { } number && registers.Enterprise?.Find(number) is { } registrant)
            Add(ClaimSubject.DeviceMaker, null, registrant, null, SignalStrengths.ObjectId, signal, where, NumberSource);
    }

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
