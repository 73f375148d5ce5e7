namespace StaffPool.Data.Operations;

/// <summary>An operation on a whole database that could not be done; what was there is as it was.</summary>
/// <param name="fault">Why.</param>
/// <param name="detail">A file, a program, or the words of the program that failed; never a password.</param>
public sealed class DatabaseException(DatabaseFault fault, string detail) : Exception($"{fault}: {detail}")
{
    public DatabaseFault Fault { get; } = fault;

    public string Detail { get; } = detail;
}

public enum DatabaseFault
{
    /// <summary>The connection string cannot be read.</summary>
    BadConnection,

    /// <summary>A program of PostgreSQL (the detail) is not installed.</summary>
    ProgramMissing,

    /// <summary>A program of PostgreSQL failed; the detail is what it said.</summary>
    ProgramFailed,

    /// <summary>The file to write is there already.</summary>
    FileExists,

    /// <summary>The file is not a whole backup of this kind of database.</summary>
    NotABackup,

    /// <summary>There is something in the database that a restore would replace.</summary>
    NotEmpty,

    /// <summary>There is nothing in the database.</summary>
    Empty,
}
