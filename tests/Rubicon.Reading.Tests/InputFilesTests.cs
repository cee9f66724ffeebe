using Xunit;

namespace Rubicon.Reading.Tests;

public class InputFilesTests
{
    [Fact]
    public void A_folder_means_all_its_files_in_ordinal_order_without_the_programs_own()
    {
        string folder = Directory.CreateTempSubdirectory("rubicon-test").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "b", ".git"));
            foreach (string file in new[] { "z.csv", "a.bin", ".hidden", "rubicon.yaml", "answers.yaml", "actor.yaml", "other.yaml", "b/c.json", "b/.git/x" })
                File.WriteAllText(Path.Combine(folder, file), "x");
            Directory.CreateSymbolicLink(Path.Combine(folder, "loop"), folder);
            string empty = Path.Combine(folder, "empty");
            Directory.CreateDirectory(empty);

            var found = InputFiles.Find([Path.Combine(folder, "z.csv"), folder, "-", Path.Combine(folder, "gone"), empty]);

            Assert.Equal(["z.csv", "a.bin", "b/c.json", "other.yaml", "-"], found.Files.Select(f => f == "-" ? f : Path.GetRelativePath(folder, f).Replace('\\', '/')));
            Assert.Equal(["RUB1008", "RUB1001", "RUB1005"], found.Problems.Select(p => p.Kind.Code));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_gives_an_account_with_the_problem()
    {
        using var reader = RecordReader.Read("no/such/file.csv");
        Assert.Empty(reader.Records());
        Assert.Equal("no/such/file.csv: RUB1001 path not found: found \"no/such/file.csv\"; expected an existing file or folder", Assert.Single(reader.Account.Problems).ToString());
    }

    [Fact]
    public void A_source_that_fails_on_the_way_keeps_the_records_read_and_says_so()
    {
        using var reader = RecordReader.Read("tape", new FailingStream());
        Assert.NotEmpty(reader.Records().ToList());
        Assert.Equal("RUB1002", Assert.Single(reader.Account.Problems).Kind.Code);
        Assert.Null(reader.Account.Sha256);
    }

    private sealed class FailingStream() : MemoryStream(System.Text.Encoding.UTF8.GetBytes("Manufacturer\n" + string.Concat(Enumerable.Repeat("ZTE\n", 50_000))))
    {
        public override int Read(Span<byte> buffer) =>
            Position > 100_000 ? throw new IOException("tape torn") : base.Read(buffer[..Math.Min(buffer.Length, 4096)]);
    }
}
