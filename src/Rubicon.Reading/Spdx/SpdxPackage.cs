using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Spdx;

/// <summary>One package of an SPDX document, in the words that all its forms share.</summary>
internal sealed class SpdxPackage(string id, int line, string? path)
{
    private readonly RecordStatements _statements = new();
    private bool _named;
    private bool _purpose;

    public string Id { get; } = id;

    public void Name(string? name)
    {
        _named |= name is { Length: > 0 };
        _statements.Add(Field.Name, name);
    }

    public void State(Field field, string? text) => _statements.Add(field, Stated(text));

    public void Note(string what, string? text)
    {
        if (Stated(text) is { } stated) _statements.Add(Field.Note, $"{what}: {stated}");
    }

    /// <summary>Who supplies it: <c>Organization: Acme (info@acme.test)</c>, or a name.</summary>
    public void Supplier(string? text) => _statements.Add(Field.Supplier, Agent(text));

    /// <summary>Who made it, where that is another than who supplies it. A person is no maker that rules could name, and is kept as a remark.</summary>
    public void Originator(string? text)
    {
        if (text?.StartsWith("Person:", StringComparison.OrdinalIgnoreCase) == true) Note("originator", Agent(text));
        else _statements.Add(Field.Maker, Agent(text));
    }

    /// <summary>A package URL, CPE or SWID reference; others (SWHID, gitoid) name a content and no party.</summary>
    public void Reference(string? type, string? locator)
    {
        if (type is null) return;
        string last = type[(type.LastIndexOf('/') + 1)..];
        if (last is "purl" or "packageUrl" or "cpe22Type" or "cpe23Type" or "cpe22" or "cpe23" or "swid") _statements.Add(Field.PackageUrl, Stated(locator));
    }

    /// <summary>Primary purpose, in the words of 2.3 or 3.0. A package without one is taken for software, which is what SPDX lists.</summary>
    public void Purpose(string? purpose, string? name)
    {
        _purpose = true;
        string word = purpose?.Replace("_", "-", StringComparison.Ordinal).ToUpperInvariant() ?? "";
        if (word is "DEVICE" or "PHYSICAL-DEVICE")
        {
            _statements.Add(Field.ItemKind, "equipment");
            _statements.Add(Field.Model, name);
            return;
        }
        _statements.Add(Field.ItemKind, "software");
        _statements.Add(Field.Category, word switch
        {
            "FIRMWARE" or "DEVICE-DRIVER" or "DEVICEDRIVER" => "firmware",
            "APPLICATION" or "FRAMEWORK" or "LIBRARY" or "CONTAINER" or "OPERATING-SYSTEM" or "OPERATINGSYSTEM" or "PLATFORM" or "MODULE" => "application-software",
            _ => null,
        });
    }

    public ReadRecord Close(string file, ImmutableArray<Subject> parts)
    {
        if (!_purpose) Purpose(null, null);
        var where = new SourceLocation(file, line, 0, path);
        return _named
            ? _statements.Close(SubjectKind.Component, where, ProblemCatalog.SpdxPackageUnreadable, $"the package {Quote.Text(Id)}", parts)
            : new(new UnreadRecord(where, [new(ProblemCatalog.SpdxPackageUnreadable, where, $"the package {Quote.Text(Id)} without a name")], Id));
    }

    /// <summary>The name of an agent without its kind and without an address in brackets behind it.</summary>
    private static string? Agent(string? text)
    {
        if (Stated(text) is not { } agent) return null;
        foreach (string kind in new[] { "Organization:", "Person:", "Tool:" })
            if (agent.StartsWith(kind, StringComparison.OrdinalIgnoreCase)) agent = agent[kind.Length..].Trim();
        int bracket = agent.LastIndexOf('(');
        if (bracket > 0 && agent.EndsWith(')') && (agent.AsSpan(bracket).Contains('@') || agent.EndsWith("()", StringComparison.Ordinal))) agent = agent[..bracket].Trim();
        return Stated(agent);
    }

    private static string? Stated(string? text) => text is null || text.Trim() is "" or "NOASSERTION" or "NONE" ? null : text;
}
