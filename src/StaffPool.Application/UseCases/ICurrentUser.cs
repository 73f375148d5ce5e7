namespace StaffPool.Application.UseCases;

/// <summary>Who is asking: the person signed in, or the operator of the service at a terminal.</summary>
public interface ICurrentUser
{
    /// <summary>Null for the operator and for nobody.</summary>
    Guid? Id { get; }

    /// <summary>As the audit log names them.</summary>
    string Name { get; }

    /// <summary>Whether it is the service itself or who runs it: they hold the database anyway.</summary>
    bool IsOperator { get; }

    /// <summary>What they are held to beyond their roles; null for nothing.</summary>
    CallerLimits? Limits => null;
}

/// <summary>The terminal, or a job.</summary>
public sealed class Operator(string name) : ICurrentUser
{
    public Guid? Id => null;

    public string Name { get; } = name;

    public bool IsOperator => true;
}
