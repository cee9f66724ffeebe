using Rubicon.Docs;
using Xunit;

namespace Rubicon.Engine.Tests.Architecture;

/// <summary>
/// Generated pages are in step with the code, the packs and the program. `dotnet run --project eng/docs -c Release` writes them.
/// </summary>
public sealed class GeneratedPagesTests
{
    [Fact]
    public void Committed_pages_are_what_the_generator_writes()
    {
        var behind = Reference.Files(Repository.Root)
            .Where(f => !File.Exists(Path.Combine(Repository.Root, f.Path)) || Repository.Text(f.Path) != f.Text).Select(f => f.Path).ToList();
        Assert.True(behind.Count == 0, $"out of step: {string.Join(", ", behind)}; run `dotnet run --project eng/docs -c Release`");
    }

    [Fact]
    public void No_page_of_a_code_that_is_gone_is_left() => Assert.Empty(Reference.Stale(Repository.Root));
}
