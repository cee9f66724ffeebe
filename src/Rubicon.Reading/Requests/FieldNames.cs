using System.Text;
using Rubicon.Subjects;

namespace Rubicon.Reading.Requests;

/// <summary>Fields of a record as requests and answers write them: <c>part-number</c>, <c>supplier-country</c>.</summary>
public static class FieldNames
{
    private static readonly Dictionary<string, Field> ByName = Enum.GetValues<Field>().ToDictionary(Name, f => f, StringComparer.Ordinal);

    /// <summary>All names, in order.</summary>
    public static IEnumerable<string> All => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The field of that name, or null.</summary>
    public static Field? Find(string name) => ByName.TryGetValue(name, out var field) ? field : null;

    /// <summary>The name of a field.</summary>
    public static string Name(Field field)
    {
        var name = new StringBuilder();
        foreach (char c in field.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0) name.Append('-');
            name.Append(char.ToLowerInvariant(c));
        }
        return name.ToString();
    }
}
