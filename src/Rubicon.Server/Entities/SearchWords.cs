using Rubicon.Matching;

namespace Rubicon.Server.Entities;

/// <summary>
/// What is searched for: words and phrases that must all be there, `-word` that must not, `field:value`. A part of the query language of full-text engines; what is beyond it
/// is read as words.
/// </summary>
internal sealed class SearchWords
{
    private readonly List<(string? Field, string Text, bool Not)> _terms = [];
    private bool _any, _fuzzy;

    /// <summary>Null when a quote or parenthesis is not closed, and the query is not a simple one.</summary>
    public static SearchWords? Of(string query, bool simple, bool fuzzy)
    {
        var words = new SearchWords { _fuzzy = fuzzy };
        int open = 0;
        for (int i = 0; i < query.Length;)
        {
            char c = query[i];
            if (char.IsWhiteSpace(c) || c is '(' or ')')
            {
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (open < 0 && !simple) return null;
                i++;
                continue;
            }
            bool not = c is '-' or '!';
            if (not || c == '+') i++;
            int start = i;
            string? field = null;
            while (i < query.Length && !char.IsWhiteSpace(query[i]) && query[i] is not ('"' or '(' or ')'))
            {
                if (query[i] == ':' && field is null && i > start && !simple)
                {
                    field = query[start..i];
                    start = i + 1;
                }
                i++;
            }
            string text = query[start..i];
            if (i < query.Length && query[i] == '"' && i == start)
            {
                int end = query.IndexOf('"', i + 1);
                if (end < 0 && !simple) return null;
                text = query[(i + 1)..(end < 0 ? query.Length : end)];
                i = end < 0 ? query.Length : end + 1;
            }
            if (text is "OR" or "||") words._any = true;
            else if (text is not ("AND" or "&&" or "*") && text.Length > 0) words._terms.Add((field, Fold(text.TrimEnd('*', '~')), not));
        }
        return open != 0 && !simple ? null : words;
    }

    /// <summary>0 when the entity is not meant; more the better it fits.</summary>
    public double Score(Entity entity)
    {
        if (_terms.Count == 0) return 1;
        double score = 0;
        bool some = false;
        foreach (var (field, text, not) in _terms)
        {
            double found = field is null ? Found(entity, text) : Values(entity, field).Any(v => Fold(v).Contains(text, StringComparison.Ordinal)) ? 1 : 0;
            if (not ? found > 0 : found == 0 && !_any) return 0;
            some |= found > 0 || not;
            score += found;
        }
        return some ? 1 + score : 0;
    }

    private static IEnumerable<string> Values(Entity entity, string field) => field switch
    {
        "countries" => entity.Of("country"),
        "datasets" => entity.Datasets,
        "schema" => [entity.Schema],
        "caption" => [entity.Caption],
        "names" => entity.Of("name").Concat(entity.Of("alias")),
        _ => entity.Of(field.StartsWith("properties.", StringComparison.Ordinal) ? field["properties.".Length..] : field),
    };

    private double Found(Entity entity, string text)
    {
        double best = 0;
        foreach (var (property, values) in entity.Properties)
            foreach (string value in values)
            {
                string folded = Fold(value);
                bool name = property is "name" or "alias" or "previousName" or "weakAlias";
                if (HasWord(folded, text)) best = Math.Max(best, (name ? 3 : 1) + (1.0 / (1 + folded.Length)));
                else if (_fuzzy && name && folded.Split(' ').Any(w => Near(w, text))) best = Math.Max(best, 0.5);
            }
        return best;
    }

    /// <summary>The words stand in the text, from the beginning of a word to the end of one; in scripts without spaces anywhere.</summary>
    private static bool HasWord(string text, string words)
    {
        for (int at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            bool whole = (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (at + words.Length == text.Length || !char.IsAsciiLetterOrDigit(text[at + words.Length]));
            if (whole) return true;
        }
        return false;
    }

    /// <summary>One letter changed, missing or too many, in words of four letters or more.</summary>
    private static bool Near(string one, string other)
    {
        if (Math.Min(one.Length, other.Length) < 4 || Math.Abs(one.Length - other.Length) > 1) return false;
        int start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start]) start++;
        int end = 0;
        while (end < one.Length - start && end < other.Length - start && one[^(end + 1)] == other[^(end + 1)]) end++;
        return Math.Max(one.Length, other.Length) - start - end <= 1;
    }

    private static string Fold(string text) => Folding.Fold(text).Trim();
}
