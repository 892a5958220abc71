namespace CodeRelay.Eng;

/// <summary>One verb of build.cs; gets the arguments behind its name and returns the exit code.</summary>
internal sealed record Verb(string Name, string Arguments, string Summary, Func<string[], int> Run);
