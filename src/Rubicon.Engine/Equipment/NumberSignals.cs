using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Subjects;

namespace Rubicon.Equipment;

/// <summary>What object identifiers of one record say: sysObjectID, and the private trees that the device answers.</summary>
internal sealed class NumberSignals(KnowledgeIndex index, Registers registers, Subject subject)
{
    private static readonly StatementSource Record = new("the record itself", null, Confidence.Verified);
    private static readonly StatementSource Register = new("IANA register of private enterprise numbers", null, Confidence.Verified);

    // Net-SNMP, UCD-SNMP, Microsoft's agent, Broadcom's switch software, Frogfoot (radios of several brands), sentries and examples of
    // the register.
    private static readonly uint[] CommonAgents = [8072, 2021, 311, 4413, 10002, 1, 2, 9999];

    /// <summary>True when an identifier stands under a number that devices of many makers answer: alone it names nobody.</summary>
    public static bool IsShared(string oid) => OidIndex.Numeric(oid) is { } numeric && OidIndex.EnterpriseOf(numeric) is { } number && CommonAgents.Contains(number);

    /// <summary>The name registered for the product that sysObjectID names, or null.</summary>
    public string? Product { get; private set; }

    /// <summary>The claims of sysObjectID.</summary>
    public IEnumerable<Claim> ObjectId(Statement statement)
    {
        if (OidIndex.Numeric(statement.Text) is not { } oid) return [];
        var where = subject.LocationOf(statement);
        string signal = "sysObjectID " + oid;
        string? product = registers.Products?.Find(oid);
        if (product is not null) signal += $" ({product})";
        if (index.Oids.Longest(oid) is { } meaning)
        {
            if (meaning.Entry is not { } entry)
                return [new Claim(ClaimSubject.OperatingSystem, null, meaning.Trap!.Really, null, null, SignalStrengths.Hint, signal, where, meaning.Trap.Source)];
            Product = product;
            return meaning.Tree is { } tree
                ? OfTree(entry, tree, signal, where)
                : [Of(entry, product, SignalStrengths.Of(SignalStrengths.ObjectId, meaning.Number!.Source), signal, where, meaning.Number.Source)];
        }
        if (OidIndex.EnterpriseOf(oid) is not { } number || registers.Enterprise?.Find(number) is not { } registrant) return [];
        Product = product;
        return [Of(registrant, product, SignalStrengths.ObjectId, signal, where, Register)];
    }

    /// <summary>
    /// The claims of an answered tree. Many devices answer a piece of a large maker's tree (neighbor tables, for one): only trees that the maker files
    /// name by themselves, deeper than the number, are a sign.
    /// </summary>
    public IEnumerable<Claim> Answered(Statement statement)
    {
        if (OidIndex.Numeric(statement.Text) is not { } oid || index.Oids.Longest(oid) is not { Entry: { } entry, Tree: { } tree }) return [];
        if (tree.Tree.AsSpan().Count('.') <= OidIndex.NumberDots) return [];
        var strength = SignalStrengths.Of(SignalStrengths.BorrowedObjectId, tree.Source);
        return [Of(entry, null, strength, $"answers {tree.Tree} ({tree.What})", subject.LocationOf(statement), tree.Source, tree.Category)];
    }

    /// <summary>
    /// Hints for where nothing stronger speaks: the entity table's own words, the registrant of the one private tree that the device answers, a
    /// registrant with whose name the description begins.
    /// </summary>
    public IEnumerable<Claim> Hints()
    {
        Statement? only = null;
        uint? number = null;
        bool several = false;
        foreach (var statement in subject.Statements)
        {
            if (statement.Field == Field.EntityMaker)
                yield return Of(statement.Text, null, SignalStrengths.Hint, "entity table maker " + Quote.Text(statement.Text), subject.LocationOf(statement), Record);
            if (statement.Field != Field.AnsweredOid || OidIndex.Numeric(statement.Text) is not { } oid || OidIndex.EnterpriseOf(oid) is not { } answered) continue;
            if (CommonAgents.Contains(answered) || index.Oids.Longest(oid) is { Entry: null }) continue;
            several |= number is not null && number != answered;
            (only, number) = (only ?? statement, answered);
        }
        if (!several && only is { } tree)
        {
            string signal = "answers 1.3.6.1.4.1." + number;
            if (index.Oids.Longest("1.3.6.1.4.1." + number) is { Entry: { } entry })
                yield return Of(entry, null, SignalStrengths.Hint, signal, subject.LocationOf(tree), Register);
            else if (registers.Enterprise?.Find(number!.Value) is { } registrant)
                yield return Of(registrant, null, SignalStrengths.Hint, signal, subject.LocationOf(tree), Register);
        }
        foreach (var statement in subject.Statements)
        {
            if (statement.Field is not (Field.SysDescr or Field.EntityModel) || HostHardware.IsHost(statement.Text) || registers.Names.BeginningOf(statement.Text) is not { } named) continue;
            yield return Of(named, null, SignalStrengths.Hint, $"{(statement.Field == Field.SysDescr ? "sysDescr" : "entity table model")} begins with a name of {named}", subject.LocationOf(statement), Register);
        }
    }

    private List<Claim> OfTree(MakerEntry entry, OidTree tree, string signal, SourceLocation where)
    {
        var strength = SignalStrengths.Of(tree.Borrowed ? SignalStrengths.BorrowedObjectId : SignalStrengths.ObjectId, tree.Source);
        string text = tree.What is null ? signal : $"{signal} ({tree.What})";
        var claims = new List<Claim> { Of(entry, null, strength, text, where, tree.Source, tree.Category) };
        // The brand answers under its own number while another firm makes the device.
        if (tree.MadeBy is { } other)
            claims.Add(new Claim(ClaimSubject.DeviceMaker, index.Knowledge.Find(other) is null ? null : other, index.Knowledge.Find(other)?.Party.Name ?? other, null,
                tree.Category, SignalStrengths.Hint, text, where, tree.Source));
        return claims;
    }

    private static Claim Of(MakerEntry entry, string? model, Strength strength, string signal, SourceLocation where, StatementSource source, string? category = null) =>
        new(ClaimSubject.DeviceMaker, entry.Party.Key, entry.Party.Name, model, category, strength, signal, where, source);

    private static Claim Of(string registrant, string? model, Strength strength, string signal, SourceLocation where, StatementSource source) =>
        new(ClaimSubject.DeviceMaker, null, registrant, model, null, strength, signal, where, source);
}
