using Rubicon.Rules.Facts;
using Rubicon.Subjects;

namespace Rubicon.Screening;

/// <summary>What kind of thing a record is about: as it states, else as records of its kind are.</summary>
internal static class KindOfItem
{
    public static void State(FactDraft draft)
    {
        if (draft.First(Field.ItemKind) is { } stated && RecordWords.Kind(stated.Text) is { } word)
        {
            draft.Words("item-kind", [word], stated);
            return;
        }
        switch (draft.Subject.Kind)
        {
            case SubjectKind.Device:
                draft.Set("item-kind", new WordsValue(["equipment"], true, [new Evidence("a device", draft.Subject.Source)]));
                break;
            case SubjectKind.Service:
                draft.Set("item-kind", new WordsValue(["service"], true, [new Evidence("a service", draft.Subject.Source)]));
                break;
            case SubjectKind.Purchase when KindOfCategory(draft.Value("category") as WordsValue) is { } kind:
                draft.Set("item-kind", new WordsValue([kind], true, [new Evidence($"by its category, {kind}", draft.Subject.Source)]));
                break;
        }
    }

    private static string? KindOfCategory(WordsValue? category)
    {
        if (category is null || category.Words.IsEmpty) return null;
        var words = category.Words;
        if (words.All(w => w.EndsWith("-service", StringComparison.Ordinal) || w == "threat-intelligence")) return "service";
        if (words.All(w => w is "application-software" or "cybersecurity-software" or "firmware")) return "software";
        return words.Any(w => w.EndsWith("-service", StringComparison.Ordinal)) ? null : "equipment";
    }
}
