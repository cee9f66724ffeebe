using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reading.Lists;
using Rubicon.Reading.Lists.Snapshots;

namespace Rubicon.Cli.Lists;

/// <summary>A state of a list as the user names it.</summary>
/// <param name="Title">What to call it.</param>
/// <param name="Entries">Its entries.</param>
internal sealed record NamedState(string Title, ImmutableArray<ListEntry> Entries);

/// <summary>Finds states of lists by the id of a list or snapshot, or reads them from a file.</summary>
internal static class ListStates
{
    /// <summary>The state; null, with problems printed, when there is none or it cannot be read whole.</summary>
    public static NamedState? Find(ListStore store, string named, bool before)
    {
        var problems = new List<Problem>();
        var kept = store.Kept(problems);
        var list = kept.FirstOrDefault(k => k.Publication.Id == named);
        var snapshot = list is not null ? before ? list.Previous : list.Current : kept.SelectMany(k => k.Snapshots).FirstOrDefault(s => s.Id == named);
        NamedState? state = null;
        if (snapshot is not null)
        {
            if (store.Entries(snapshot, problems) is { } entries) state = new NamedState($"{snapshot.Publication.Id} {snapshot.Id}", entries);
        }
        else if (list is null && File.Exists(named))
        {
            using var stream = File.OpenRead(named);
            var reading = ListFile.Read(named, stream);
            problems.AddRange(reading.Problems);
            if (reading.IsWhole) state = new NamedState(Path.GetFileName(named), reading.Entries);
        }
        else
        {
            problems.Add(new Problem(ProblemCatalog.ListNotKept, new SourceLocation(store.Folder), list is null ? Quote.Text(named) : $"one state of {Quote.Text(named)}, and none before it"));
        }
        ProblemPrinter.Print(problems.Take(20));
        return state;
    }
}
