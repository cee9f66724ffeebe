using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Matching;
using Rubicon.Parties;
using Rubicon.Screening;

namespace Rubicon.Reading.Names;

/// <summary>Names of JSON Lines.</summary>
internal static class JsonNames
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16 };
    private static readonly StatementSource Stated = new("the file of names", null, Confidence.Known);

    public static IEnumerable<NameLine> Read(string file, IEnumerable<string?> lines, int before)
    {
        int line = before;
        foreach (string? text in lines)
        {
            line++;
            if (text is null) yield return NameFile.Refused(file, line, Number(line), ProblemCatalog.NameLineTooLong, $"more than {NameFile.LongestLine:N0} characters");
            else if (!string.IsNullOrWhiteSpace(text)) yield return Of(file, line, text);
        }
    }

    public static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);

    private static NameLine Of(string file, int line, string text)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, Strict);
        }
        catch (JsonException error)
        {
            return NameFile.Refused(file, line, Number(line), ProblemCatalog.NameLineSyntax, Quote.Text(error.Message));
        }
        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return NameFile.Refused(file, line, Number(line), ProblemCatalog.NameLineSyntax, $"a JSON {document.RootElement.ValueKind.ToString().ToLowerInvariant()}");
            var root = document.RootElement;
            if (!IsUnicode(root)) return NameFile.Refused(file, line, Number(line), ProblemCatalog.NameLineSyntax, "text that is not Unicode");
            string id = Text(root, "id") ?? Text(root, "qid") ?? Number(line);
            if (Text(root, "name") is not { } name || string.IsNullOrWhiteSpace(name))
                return NameFile.Refused(file, line, id, ProblemCatalog.NameLineWithoutName, Members(root));
            string? country = Text(root, "country") is { Length: > 0 } stated ? CountryWords.Find(stated) ?? stated : null;
            var kind = PartyKinds.Read(Text(root, "kind"));
            if (kind == PartyKind.NotStated) kind = PartyKinds.Read(Text(root, "type"));
            return new NameLine(id, line, new NameQuery(name, country, Identifiers(root)) { Kind = kind }, null);
        }
    }

    // The parser takes escapes that no text has ("\ud800") and refuses them only when they are asked for.
    private static bool IsUnicode(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(m => m.Name is not null && IsUnicode(m.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsUnicode),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Members(JsonElement root)
    {
        var names = root.EnumerateObject().Take(8).Select(p => Quote.Text(p.Name)).ToList();
        return names.Count == 0 ? "an empty object" : $"the members {string.Join(", ", names)}";
    }

    private static string? Text(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null;

    // {"lei": "…"}, {"tax": ["…", "…"]} or [{"scheme": "lei", "value": "…"}].
    private static ImmutableArray<PartyIdentifier> Identifiers(JsonElement root)
    {
        var found = ImmutableArray.CreateBuilder<PartyIdentifier>();
        if (!root.TryGetProperty("identifiers", out var stated)) return [];
        if (stated.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in stated.EnumerateObject())
                foreach (string value in Values(member.Value)) found.Add(new PartyIdentifier(member.Name, value, Stated));
        }
        else if (stated.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in stated.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object))
                if (Text(item, "scheme") is { } scheme && Text(item, "value") is { } value) found.Add(new PartyIdentifier(scheme, value, Stated));
        }
        return found.ToImmutable();
    }

    private static IEnumerable<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Values),
        _ => [],
    };
}
