namespace CodeRelay.Benchmarks;

/// <summary>One question, answered by running whole processes in turns.</summary>
internal abstract class Benchmark
{
    /// <summary>What it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>The heading of its table.</summary>
    public abstract string Title { get; }

    /// <summary>What the numbers must keep to, in words.</summary>
    public abstract string Budget { get; }

    /// <summary>How often each contender runs unless the command line says otherwise.</summary>
    public virtual int Rounds => 20;

    /// <summary>Whether the budget says something about memory too.</summary>
    public virtual bool CountsMemory => false;

    /// <summary>The heading of a column of counts, or null when nothing is counted.</summary>
    public virtual string? Counts => null;

    /// <summary>What a contender's output counts for.</summary>
    public virtual int Count(Contender contender, string output) => 0;

    /// <summary>Whether it runs only when it is named, because it takes minutes and answers no budget.</summary>
    public virtual bool IsOnlyNamed => false;

    /// <summary>Measures in its own way.</summary>
    /// <returns>The report, or null for a race of contenders.</returns>
    public virtual string? Measure(TemporaryDirectory workplace) => null;

    /// <summary>Builds what the contenders run on.</summary>
    /// <returns>The contenders; ratios are against the first one.</returns>
    public abstract IReadOnlyList<Contender> Prepare(TemporaryDirectory workplace);
}
