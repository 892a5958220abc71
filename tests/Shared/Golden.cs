namespace CodeRelay.TestSupport;

/// <summary>Expected output that lies in files, so that reviewers read what users get.</summary>
public static class Golden
{
    /// <summary>Set to 1 to take the actual output as the expected one; read the diff before you commit it.</summary>
    public const string AcceptVariable = "CODERELAY_ACCEPT";

    /// <summary>Compares with a file; a file that is not there is written, and the test fails so that somebody reads it.</summary>
    /// <param name="path">Relative to the checkout.</param>
    /// <param name="actual">With line feeds.</param>
    public static void Verify(string path, string actual)
    {
        var file = SourceTree.Path(path);
        var isNew = !File.Exists(file);
        if (isNew || Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            Assert.False(isNew, $"{path} was written; read it and run the test again");
        }

        var expected = File.ReadAllText(file).ReplaceLineEndings("\n");
        if (expected != actual)
            Assert.Fail($"{path} differs; run the test with {AcceptVariable}=1 and read the diff\n{FirstDifference(expected, actual)}");
    }

    /// <summary>Fails when a folder holds expected files that no test verifies.</summary>
    /// <param name="folder">Relative to the checkout.</param>
    /// <param name="names">The file names that tests verify.</param>
    public static void HasOnly(string folder, IEnumerable<string> names) =>
        Assert.Equal(names.Order(StringComparer.Ordinal), Directory.EnumerateFiles(SourceTree.Path(folder)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    private static string FirstDifference(string expected, string actual)
    {
        var (wanted, got) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(wanted.Length, got.Length)).First(i => wanted.ElementAtOrDefault(i) != got.ElementAtOrDefault(i));
        return $"line {line + 1}\nexpected: {wanted.ElementAtOrDefault(line)}\nactual:   {got.ElementAtOrDefault(line)}";
    }
}
