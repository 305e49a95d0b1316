# bash completion for dossier
_dossier() {
    local line cur=${COMP_WORDS[COMP_CWORD]}
    local -a words=("${COMP_WORDS[@]:1:COMP_CWORD}")
    cur=${cur#[\"\']}          # an open quote
    cur=${cur//\\/}            # "North\ Ko"
    words[COMP_CWORD-1]=$cur
    COMPREPLY=()
    while IFS= read -r line; do
        line=${line%%$'\t'*}
        COMPREPLY+=("$line")
        # Names with spaces must be quoted, which bash does for names of files.
        [[ $line == *[\ \']* ]] && compopt -o filenames 2>/dev/null
    done < <(dossier __complete "${words[@]}" 2>/dev/null)
}
complete -o bashdefault -o default -F _dossier dossier
