using System.Text;
using Rubicon.Diagnostics;
using Xunit;

namespace Rubicon.Reading.Tests;

/// <summary>Whatever the bytes, a reader ends with a true account and throws nothing. Seeded, so that a find can be repeated.</summary>
public class FuzzTests
{
    private static readonly string[] Samples =
    [
        "Manufacturer,Model,Site,Notes\nHuawei,\"BBU \"\"3900\"\"\",HQ,\"two\nlines\"\nZTE,F660,,\n\"Dahua, Ltd.\",IPC,\"a\",b\n",
        "sep=;\nHersteller;Modell;Menge;Preis;Lieferant\r\nHuawei;A;1;2;X\r\n\r\nZTE;B;3;4;Y\r\n",
        "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"metadata\":{\"component\":{\"type\":\"device\",\"name\":\"x\"}},\"components\":[{\"type\":\"device\",\"name\":\"a\",\"components\":[{\"name\":\"b\",\"swid\":{\"tagId\":\"t\"}}],\"properties\":[{\"name\":\"serial\",\"value\":\"1\"}]}],\"services\":[{\"name\":\"s\",\"provider\":{\"name\":\"p\"}}]}",
        "{\"count\":1,\"next\":null,\"results\":[{\"name\":\"d\",\"device_type\":{\"manufacturer\":{\"name\":\"ZTE\"},\"model\":\"m\"},\"serial\":\"1\",\"custom_fields\":{\"mac\":\"x\"}}]}",
        "{\"name\":\"d\",\"serial\":\"1\"}\n{\"name\":\"e\",\"serial\":\"2\"}\n",
        "<?xml version=\"1.0\"?><!DOCTYPE bom [<!ENTITY e \"x\">]><bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\"><metadata><component type=\"device\"><name>p</name></component></metadata><components><component type=\"device\" bom-ref=\"a\"><supplier><name>ZTE</name></supplier><name>b</name><components><component type=\"firmware\"><name>c</name></component></components><pedigree><ancestors><component><name>d</name></component></ancestors></pedigree></component></components><services><service><provider><name>h</name></provider><name>s</name></service></services></bom>",
        "{\"specFormat\":\"CycloneDX\",\"specVersion\":\"2.0\",\"definitions\":{\"components\":[{\"bom-ref\":\"r\",\"name\":\"x\"}]},\"inventories\":[{\"subject\":{\"name\":\"p\",\"parties\":[{\"bom-ref\":\"q\",\"roles\":[{\"role\":\"supplier\",\"order\":1}],\"organization\":{\"name\":\"o\",\"jurisdiction\":\"CN\"}}]},\"components\":[{\"ref\":\"r\"},{\"type\":\"component-choice\",\"components\":[{\"name\":\"c\",\"parties\":[\"q\",\"z\"],\"origins\":[{\"stage\":\"designed\",\"distribution\":[{\"isoCode\":\"US\"}]}],\"identifiers\":[{\"identities\":[{\"scheme\":\"mpn\",\"value\":\"1\"}]}]}]}]}]}",
        "SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nRelationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-p\nPackageName: p\nSPDXID: SPDXRef-p\nPackageSupplier: Organization: ZTE (a@b)\nPackageDescription: <text>a\nb</text>\nExternalRef: SECURITY cpe23Type cpe:2.3:o:a:b\nFileName: f\nSPDXID: SPDXRef-f\n",
        "{\"spdxVersion\":\"SPDX-2.3\",\"documentDescribes\":[\"p\"],\"packages\":[{\"SPDXID\":\"p\",\"name\":\"n\",\"supplier\":\"Organization: o\",\"hasFiles\":[\"f\"],\"externalRefs\":[{\"referenceType\":\"purl\",\"referenceLocator\":\"pkg:a/b\"}]}],\"files\":[{\"SPDXID\":\"f\"}],\"relationships\":[{\"spdxElementId\":\"p\",\"relationshipType\":\"CONTAINS\",\"relatedSpdxElement\":\"f\"}]}",
        "{\"@context\":\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\",\"@graph\":[{\"type\":\"SpdxDocument\",\"specVersion\":\"3.0.1\",\"rootElement\":[\"p\"]},{\"type\":\"software_Package\",\"spdxId\":\"p\",\"name\":\"n\",\"suppliedBy\":\"o\",\"originatedBy\":[{\"type\":\"Person\",\"name\":\"x\"}]},{\"type\":\"Organization\",\"spdxId\":\"o\",\"name\":\"O\"},{\"type\":\"Relationship\",\"from\":\"p\",\"to\":[\"q\"]}]}",
        "<?xml version=\"1.0\"?><!DOCTYPE nmaprun><nmaprun><host><status state=\"up\"/><address addr=\"1.2.3.4\" addrtype=\"ipv4\"/><address addr=\"00:11:22:33:44:55\" addrtype=\"mac\" vendor=\"v\"/><ports><port><service product=\"p\" devicetype=\"d\"/><script id=\"banner\" output=\"b\"/></port></ports><os><osmatch name=\"o\"/></os></host><runstats><finished exit=\"success\"/></runstats></nmaprun>",
        "{\"lldp\":{\"interface\":[{\"eth0\":{\"chassis\":{\"n\":{\"id\":{\"type\":\"mac\",\"value\":\"00:11:22:33:44:55\"},\"descr\":\"d\",\"mgmt-ip\":[\"1\"]}},\"lldp-med\":{\"inventory\":{\"model\":\"m\"}}}}]}}",
        "{\"lldp\":[{\"interface\":[{\"name\":\"e\",\"chassis\":[{\"id\":[{\"type\":\"mac\",\"value\":\"00:11:22:33:44:55\"}],\"name\":[{\"value\":\"n\"}]}],\"port\":[{\"id\":[{\"type\":\"mac\",\"value\":\"1\"}]}]}]}]}",
        "lease 10.0.0.5 {\n  hardware ethernet 00:e0:fc:01:02:03;\n  client-hostname \"x\";\n}\n",
        "1700000000 00:e0:fc:01:02:03 192.168.0.5 ont *\n1700000000 00:11:22:33:44:55 192.168.0.6 * 01:00\n",
        "olt1:10.0.0.1:zteolt:user:secret\nsw1:10.0.0.2:vrp::\n",
        "!Software Version V200R019C00\n#\nsysname core-1\n#\n",
        "manufacturer: Huawei\nmodel: AR6121E\npart_number: 02353TBH\ninterfaces:\n  - name: GE0\n",
        "[{\"id\":\"g\",\"class\":\"system\",\"vendor\":\"v\",\"product\":\"p (x)\",\"children\":[{\"id\":\"n\",\"class\":\"network\",\"vendor\":\"q\",\"serial\":\"00:11:22:33:44:55\"}]}]",
        "<?xml version=\"1.0\"?><list><node id=\"g\" class=\"system\"><vendor>v</vendor><node class=\"network\"><vendor>q</vendor><serial>1</serial></node></node></list>",
        "# dmidecode 3.2\nHandle 0x0001, DMI type 1, 27 bytes\nSystem Information\n\tManufacturer: Huawei\n\tProduct Name: X\n",
        "00:00.0 Host bridge: Intel Corporation Device 3e1f (rev 08)\n03:00.0 Ethernet controller [0200]: Huawei Hi1822 [19e5:1822]\n",
        "Bus 001 Device 002: ID 12d1:1506 Huawei Technologies Co., Ltd. Modem\n",
        "1.3.6.1.2.1.1.1.0|4x|5a5445\n1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.3902\n1.3.6.1.2.1.2.2.1.6.1|4e|\\x00\\xd0ab\n1.3.6.1.2.1.47.1.1.1.1.12.1|4|ZTE\n1.0.8802.1.1.2.1.3.2.0|4x|00d0d0010299\n",
        "SNMPv2-MIB::sysDescr.0 = STRING: \"a\nb\"\n.1.3.6.1.2.1.1.2.0 = OID: .1.3.6.1.4.1.2011\nIF-MIB::ifPhysAddress.2 = Hex-STRING: 00 E0 FC \n01 02 03\n",
    ];

    private static readonly byte[][] Tokens =
    [
        .. new[] { "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "{", "}", "[", "]", ":", "null", "0", "-1e999", "\\ud800", "\\", " = ", "STRING: ", "Hex-STRING: ", "|4x|", ".1.3", "::", "\0", "Model", "\uFEFF", "華", "<", "(" }
            .Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0x80], [0xC3], [0xED, 0xA0, 0x80], [0x50, 0x4B, 3, 4],
    ];

    [Fact]
    public void Mutated_samples_of_every_format_end_with_a_true_account()
    {
        var random = new Random(20190515);
        byte[][] samples = [.. Samples.Select(Encoding.UTF8.GetBytes)];
        for (int round = 0; round < 7000; round++) Check(Mutate(samples[round % samples.Length], random), $"round {round}");
    }

    [Fact]
    public void Mutated_workbooks_end_with_a_true_account()
    {
        var random = new Random(20180802);
        byte[] workbook = Workbooks.Make(("A", false, [["Manufacturer", "Model", "Installed"], ["ZTE", "1", "=date 42888"]]), ("B", true, [["Supplier"], ["X"]]));
        for (int round = 0; round < 800; round++) Check(Mutate(workbook, random), $"round {round}");
    }

    [Fact]
    public void Mutated_parts_of_a_sound_archive_end_with_a_true_account()
    {
        var random = new Random(20200814);
        byte[] workbook = Workbooks.Make(("A", false, [["Manufacturer", "Model", "Installed"], ["ZTE", "1", "=date 42888"]]));
        for (int round = 0; round < 500; round++) Check(WithMutatedParts(workbook, random), $"round {round}");
    }

    [Fact]
    public void Random_bytes_end_with_a_true_account()
    {
        var random = new Random(54);
        byte[][] heads = [[], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0x50, 0x4B, 3, 4], [0xFF, 0xFE], [0xFE, 0xFF], [(byte)'{'], [(byte)'[']];
        for (int round = 0; round < 2000; round++)
        {
            byte[] noise = new byte[random.Next(600)];
            random.NextBytes(noise);
            if (round % 2 == 0) for (int i = 0; i < noise.Length; i++) noise[i] = (byte)(1 + (noise[i] % 127));
            Check([.. heads[round % heads.Length], .. noise], $"round {round}");
        }
    }

    private static void Check(byte[] bytes, string round)
    {
        Inputs read;
        try
        {
            read = Inputs.Read(bytes);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{round}: {Convert.ToHexString(bytes)}", e);
        }
        Assert.Equal(read.Account.Records, read.Subjects.Count + read.Unread.Count);
        Assert.All(read.Records, r => Assert.True(r.Subject is null != r.Unread is null));
        Assert.All(read.Subjects, s => Assert.All(s.Statements, t => Assert.False(string.IsNullOrWhiteSpace(t.Text))));
        Assert.All(read.Subjects, s => Assert.True(s.Source.Line > 0));
        bool error = read.Account.Problems.Any(p => p.Kind.Severity == Severity.Error);
        Assert.True(read.Records.Count > 0 || error, $"{round} gave no record and no error: {Convert.ToHexString(bytes)}");
    }

    private static byte[] Mutate(byte[] sample, Random random)
    {
        var bytes = new List<byte>(sample);
        for (int i = random.Next(1, 6); i > 0 && bytes.Count > 0; i--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]); break;
                case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at)); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(30, bytes.Count - at))); break;
                default: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            }
        }
        return [.. bytes];
    }

    private static byte[] WithMutatedParts(byte[] workbook, Random random)
    {
        var made = new MemoryStream();
        using var source = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        using (var target = new System.IO.Compression.ZipArchive(made, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            int chosen = random.Next(source.Entries.Count);
            for (int i = 0; i < source.Entries.Count; i++)
            {
                using var content = new MemoryStream();
                using (var part = source.Entries[i].Open()) part.CopyTo(content);
                using var copy = target.CreateEntry(source.Entries[i].FullName).Open();
                copy.Write(i == chosen ? Mutate(content.ToArray(), random) : content.ToArray());
            }
        }
        return made.ToArray();
    }
}
