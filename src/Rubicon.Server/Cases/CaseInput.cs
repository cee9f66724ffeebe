using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Review;

namespace Rubicon.Server.Cases;

/// <summary>A step or an extension as a request states it.</summary>
/// <param name="Step">Id of the step, or null.</param>
/// <param name="Day">The day on which it was done.</param>
/// <param name="By">For whom the agency records it, or null for the writer's own side.</param>
/// <param name="Statements">What is stated.</param>
/// <param name="Extension">The extension, or null.</param>
/// <param name="Title">Title of a case to open, or null.</param>
/// <param name="Procedure">Procedure of a case to open, or null.</param>
/// <param name="Decision">Decision from which a case is opened, or null.</param>
internal sealed record CaseInput(
    string? Step, DateOnly Day, ReviewRole? By, ImmutableDictionary<string, string> Statements, CaseExtension? Extension, string? Title, string? Procedure, string? Decision)
{
    public const int LargestBody = 2 * 1024 * 1024;

    public const int LongestTitle = 300;

    /// <summary>Reads a body; what is not understood is a problem (RUB6604) and gives null.</summary>
    public static CaseInput? Read(byte[] body, DateOnly today, ICollection<Problem> problems)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 });
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Bad("a body that is no object", "an object", problems);
            var read = new Reading(root, problems);
            var day = read.Day(root, "day") ?? today;
            if (day > today) read.Add($"day {Quote.Text(Text(day))}", $"a day up to {Text(today)}");
            ReviewRole? by = read.Text(root, "by") is { } word ? ReviewWords.ParseRole(word) ?? read.Role(word) : null;
            CaseExtension? extension = null;
            if (root.TryGetProperty("extension", out var e) && e.ValueKind == JsonValueKind.Object)
                extension = new CaseExtension(read.Text(e, "clock") ?? "", read.Day(e, "until") ?? default, read.Text(e, "finding") ?? "");
            string? title = read.Text(root, "title");
            if (title is { Length: > LongestTitle } || (title is not null && string.IsNullOrWhiteSpace(title))) read.Add("a title of another length", $"1 to {LongestTitle} characters");
            var input = new CaseInput(read.Text(root, "step"), day, by, read.Statements(), extension, title, read.Text(root, "procedure"), read.Text(root, "decision"));
            return read.Failed ? null : input;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return Bad("a body that is no JSON", "one JSON object, without doubled members", problems);
        }
    }

    private static CaseInput? Bad(string found, string expected, ICollection<Problem> problems)
    {
        problems.Add(new Problem(ProblemCatalog.BadQuery, new SourceLocation("body"), found, expected));
        return null;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Reading(JsonElement root, ICollection<Problem> problems)
    {
        public bool Failed { get; private set; }

        public void Add(string found, string expected)
        {
            Failed = true;
            problems.Add(new Problem(ProblemCatalog.BadQuery, new SourceLocation("body"), found, expected));
        }

        public ReviewRole? Role(string word)
        {
            Add($"by {Quote.Text(word)}", "agency, party or consulted");
            return null;
        }

        public string? Text(JsonElement holder, string name)
        {
            if (!holder.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
            if (value.ValueKind == JsonValueKind.String) return value.GetString();
            Add($"`{name}` that is no text", "text");
            return null;
        }

        public DateOnly? Day(JsonElement holder, string name)
        {
            if (Text(holder, name) is not { } text) return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            Add($"`{name}` {Quote.Text(text)}", "a day, YYYY-MM-DD");
            return null;
        }

        public ImmutableDictionary<string, string> Statements()
        {
            var statements = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            if (!root.TryGetProperty("statements", out var given)) return statements.ToImmutable();
            if (given.ValueKind != JsonValueKind.Object) Add("`statements` that are no object", "an object of texts");
            else
                foreach (var member in given.EnumerateObject())
                    if (Text(given, member.Name) is { } text) statements[member.Name] = text;
            return statements.ToImmutable();
        }
    }
}
