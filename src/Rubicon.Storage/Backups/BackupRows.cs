using System.Buffers.Binary;
using System.Data.Common;
using System.Text;

namespace Rubicon.Storage.Backups;

/// <summary>Rows as bytes, the same for both databases: 1 before each row and 0 after the last; each value with its kind (0 null, 1 text, 2 bytes, 3 number) and length.</summary>
internal static class BackupRows
{
    /// <summary>No value of a store is longer: files of cases, packed, are the largest.</summary>
    private const int LongestValue = 256 * 1024 * 1024;

    /// <summary>Writes all rows; returns how many.</summary>
    public static long Write(DbDataReader rows, int columns, Stream output)
    {
        long count = 0;
        Span<byte> value = stackalloc byte[9];
        for (; rows.Read(); count++)
        {
            output.WriteByte(1);
            for (int i = 0; i < columns; i++)
            {
                switch (rows.GetValue(i))
                {
                    case DBNull:
                        output.WriteByte(0);
                        break;
                    case string text:
                        Bytes(output, 1, Encoding.UTF8.GetBytes(text));
                        break;
                    case byte[] bytes:
                        Bytes(output, 2, bytes);
                        break;
                    case var number:
                        value[0] = 3;
                        BinaryPrimitives.WriteInt64LittleEndian(value[1..], Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture));
                        output.Write(value);
                        break;
                }
            }
        }
        output.WriteByte(0);
        return count;
    }

    /// <summary>Reads rows until the last.</summary>
    /// <exception cref="InvalidDataException">The bytes are no rows.</exception>
    public static IEnumerable<object?[]> Read(Stream input, int columns)
    {
        while (true)
        {
            int mark = input.ReadByte();
            if (mark == 0) yield break;
            if (mark != 1) throw new InvalidDataException("a row that does not begin");
            object?[] row = new object?[columns];
            for (int i = 0; i < columns; i++) row[i] = Value(input);
            yield return row;
        }
    }

    private static object? Value(Stream input)
    {
        byte[] head = new byte[8];
        switch (input.ReadByte())
        {
            case 0:
                return null;
            case 1:
                return Encoding.UTF8.GetString(Bytes(input, head));
            case 2:
                return Bytes(input, head);
            case 3:
                input.ReadExactly(head);
                return BinaryPrimitives.ReadInt64LittleEndian(head);
            default:
                throw new InvalidDataException("a value of no kind");
        }
    }

    private static void Bytes(Stream output, byte kind, byte[] bytes)
    {
        Span<byte> head = stackalloc byte[5];
        head[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
        output.Write(head);
        output.Write(bytes);
    }

    private static byte[] Bytes(Stream input, byte[] head)
    {
        input.ReadExactly(head.AsSpan(0, 4));
        int length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > LongestValue) throw new InvalidDataException($"a value of {length} bytes");
        byte[] bytes = new byte[length];
        input.ReadExactly(bytes);
        return bytes;
    }
}
