using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Review;
using Rubicon.Server.Cases;

namespace Rubicon.Server.Pages.Reviews;

/// <summary>Fields of steps in forms, written and read.</summary>
internal static class CaseForm
{
    /// <summary>What statements are called in a form, so that no id of a procedure meets another field.</summary>
    private const string Prefix = "statement-";

    /// <summary>The day of a field; the day given, with a problem, when it states none.</summary>
    public static DateOnly Day(IFormCollection form, string name, DateOnly otherwise, ICollection<Problem> problems)
    {
        string text = form[name].ToString();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        problems.Add(CaseEndpoints.Bad($"{name} {Quote.Text(text)}", "a day, YYYY-MM-DD"));
        return otherwise;
    }

    public static ImmutableDictionary<string, string> Statements(IFormCollection form) =>
        form.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal) && f.Value.ToString().Trim().Length > 0).ToImmutableDictionary(f => f.Key[Prefix.Length..], f => f.Value.ToString().Trim().ReplaceLineEndings("\n"), StringComparer.Ordinal);

    /// <summary>The fields of what a step must state.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="step">Which step.</param>
    /// <param name="within">What ids of fields begin with: several forms stand on one page.</param>
    /// <param name="filled">What is in them.</param>
    public static void Needs(Html page, ProcedureStep step, string within, ImmutableDictionary<string, string> filled)
    {
        foreach (var need in step.Needs)
        {
            string id = within + Prefix + need.Id, text = filled.GetValueOrDefault(need.Id, "");
            page.Add($"<p><label for=\"{id}\">{need.Title}{(need.Optional ? " (may be left out)" : "")}</label><br>");
            if (need.Choices.IsEmpty)
            {
                page.Add($"<textarea id=\"{id}\" name=\"{Prefix}{need.Id}\" rows=\"3\" cols=\"60\" maxlength=\"100000\"").Add(need.Optional ? new Html() : new Html().Add($" required")).Add($">\n{text}</textarea></p>\n");
                continue;
            }
            page.Add($"<select id=\"{id}\" name=\"{Prefix}{need.Id}\">");
            if (need.Optional) page.Add($"<option></option>");
            foreach (string choice in need.Choices)
            {
                if (choice == text) page.Add($"<option selected value=\"{choice}\">{choice.Replace('-', ' ')}</option>");
                else page.Add($"<option value=\"{choice}\">{choice.Replace('-', ' ')}</option>");
            }
            page.Add($"</select></p>\n");
        }
    }

    /// <summary>Who did it: a choice where the side may record what another did.</summary>
    public static void By(Html page, Procedure procedure, ImmutableArray<ReviewRole> roles, ReviewRole own, string id)
    {
        if (roles is [var only])
        {
            if (only != own) page.Add($"<p>Recorded for {procedure.Roles.GetValueOrDefault(only, ReviewWords.Word(only))}.</p>\n");
            page.Add($"<input type=\"hidden\" name=\"by\" value=\"{ReviewWords.Word(only)}\">");
            return;
        }
        page.Add($"<p><label for=\"{id}\">Done by</label><br><select id=\"{id}\" name=\"by\">");
        foreach (var role in roles) page.Add($"<option value=\"{ReviewWords.Word(role)}\">{procedure.Roles.GetValueOrDefault(role, ReviewWords.Word(role))}</option>");
        page.Add($"</select></p>\n");
    }
}
