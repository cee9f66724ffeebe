using System.Collections.Immutable;
using Rubicon.Diagnostics;

namespace Rubicon.Subjects;

/// <summary>
/// What a reader yields, in file order: a subject, or a record that could not be read, never nothing. Exactly one of the
/// two is set.
/// </summary>
public readonly record struct ReadRecord
{
    /// <summary>A record that was read.</summary>
    public ReadRecord(Subject subject) => Subject = subject;

    /// <summary>A record that was not.</summary>
    public ReadRecord(UnreadRecord unread) => Unread = unread;

    /// <summary>The subject, or null.</summary>
    public Subject? Subject { get; }

    /// <summary>The record that could not be read, or null.</summary>
    public UnreadRecord? Unread { get; }
}

/// <summary>What is known about one input after it was read: for the coverage block.</summary>
/// <param name="File">The file as named.</param>
/// <param name="Format">What it was read as: <c>csv/inventory</c>, <c>cyclonedx-1.6</c> …, or null when it was not.</param>
/// <param name="Records">Records met, read or not.</param>
/// <param name="Unread">Of these, not read.</param>
/// <param name="Sha256">Digest of the bytes read, lower-case hex, or null when the file was not read to its end.</param>
/// <param name="Problems">Problems of the file as a whole; problems of records travel with the records.</param>
public sealed record InputAccount(
    string File, string? Format, long Records, long Unread, string? Sha256, ImmutableArray<Problem> Problems);
