using System.Security.Cryptography;
using System.Text;

namespace Rubicon.Storage;

/// <summary>A record that two reports do not decide alike.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Place">File and line.</param>
/// <param name="Before">Outcome before, or empty when it was not there.</param>
/// <param name="After">Outcome after, or empty when it is gone.</param>
/// <param name="RulesBefore">Rules that gave the outcome before.</param>
/// <param name="RulesAfter">Rules that give it now.</param>
/// <param name="Decision">Id of the decision now, or empty.</param>
public sealed record LineChange(string Title, string Place, string Before, string After, string RulesBefore, string RulesAfter, string Decision);

/// <summary>What two reports do not decide alike.</summary>
/// <param name="Changed">Records with another outcome or other rules.</param>
/// <param name="Added">Records that were not there.</param>
/// <param name="Gone">Records that are not there any more.</param>
/// <param name="Some">The first of them: changed, added, gone.</param>
public sealed record LineChanges(long Changed, long Added, long Gone, IReadOnlyList<LineChange> Some);

/// <summary>A digest over records with their outcomes and rules, in order.</summary>
public sealed class LinePrint
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a record.</summary>
    public void Add(string subject, string outcome, string rules) => _hash.AppendData(Encoding.UTF8.GetBytes($"{subject} {outcome} {rules}\n"));

    /// <summary>The digest in lower-case hex; ends the adding.</summary>
    public string Text()
    {
        string text = Convert.ToHexStringLower(_hash.GetHashAndReset());
        _hash.Dispose();
        return text;
    }
}
